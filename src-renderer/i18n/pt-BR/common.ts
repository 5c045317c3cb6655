/** The frame of the window, and what stands in more than one room. */
export const common = {
  and: 'e',
  'Nothing new is recorded: recording is switched off.':
    'Nada de novo é gravado: a gravação está desligada.',
  'Not recorded': 'Não gravado',
  'Switch it on in Settings': 'Ligar em Configurações',
  '{{count}} core_one': '{{count}} núcleo',
  '{{count}} core_other': '{{count}} núcleos',
  '{{count}} sample a second_one': '{{count}} amostra por segundo',
  '{{count}} sample a second_other': '{{count}} amostras por segundo',
  'a sample every {{period}}': 'uma amostra a cada {{period}}',
  '{{percent}} of a core': '{{percent}} de um núcleo',
  'Paralelo itself: {{cost}}': 'O próprio Paralelo: {{cost}}',
  'What watching costs: CPU and resident memory of all of Paralelo’s processes.':
    'O custo de observar: CPU e memória residente de todos os processos do Paralelo.',
} as const satisfies Record<string, string>;
