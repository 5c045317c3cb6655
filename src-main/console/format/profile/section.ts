import { entry, plain } from './text.js';

/** A mechanism's values; one that is not told is left out, and a section of which nothing is told. */
export interface Section {
  title: string;
  entries: readonly (readonly [label: string, text: string | undefined])[];
}

export function formatSections(sections: readonly Section[], width: number): string {
  return sections.map((section) => formatSection(section, width)).join('');
}

function formatSection({ title, entries }: Section, width: number): string {
  const told = entries.filter(([, text]) => text !== undefined && text !== '');
  if (told.length === 0) return '';
  const lines = told.map(([label, text = '']) => entry(plain(label, 40), plain(text, 1200), width));
  return `\n${title}\n${lines.join('')}`;
}
