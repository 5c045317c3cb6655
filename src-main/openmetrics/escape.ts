/** OpenMetrics 1.0, "Escaping"; the text format 0.0.4 of Prometheus says the same of label values. */
export function escapeLabel(text: string): string {
  return wellFormed(text).replace(/[\\"\n]/g, (char) => (char === '\n' ? '\\n' : `\\${char}`));
}

/** In 0.0.4 a quote in a help text stands as it is. */
export function escapeHelp(text: string, format: 'openmetrics' | 'prometheus'): string {
  return format === 'openmetrics'
    ? escapeLabel(text)
    : wellFormed(text).replace(/[\\\n]/g, (char) => (char === '\n' ? '\\n' : '\\\\'));
}

/** Half a surrogate pair is no UTF-8: a scraper would refuse the whole text for it. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (found) =>
    found.length === 2 ? found : '\uFFFD',
  );
}
