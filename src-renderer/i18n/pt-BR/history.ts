export const history = {
  '{{file}} is made of {{count}} entry._one': '{{file}} contém {{count}} entrada.',
  '{{file}} is made of {{count}} entry._other': '{{file}} contém {{count}} entradas.',
  '{{count}} entry was imported._one': '{{count}} entrada foi importada.',
  '{{count}} entry was imported._other': '{{count}} entradas foram importadas.',
  '{{count}} was here already._one': '{{count}} já estava aqui.',
  '{{count}} was here already._other': '{{count}} já estavam aqui.',
  '{{count}} has another id: one that differs has theirs here._one':
    '{{count}} tem outro id: aqui, uma diferente já tem o dela.',
  '{{count}} has another id: one that differs has theirs here._other':
    '{{count}} têm outro id: aqui, outras diferentes já têm os delas.',
  '{{file}} has {{size}}; a bundle has at most {{most}}.':
    '{{file}} tem {{size}}; um pacote tem no máximo {{most}}.',
  'Export fewer entries at once where it comes from.':
    'Exporte menos entradas de cada vez na origem.',
} as const satisfies Record<string, string>;
