/**
 * What the lab's core says in its answers, as the command line does: errors, reasons, questions, advice.
 * `{{name}}` stands for what changes in a sentence.
 */
export const core = {
  'Nothing is recorded: recording is switched off.': 'Nada é gravado: a gravação está desligada.',
  'Switch it on in Settings, under Recording.': 'Ligue-a em Configurações, em Gravação.',
} as const satisfies Record<string, string>;
