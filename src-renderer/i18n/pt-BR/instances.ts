export const instances = {
  Record: 'Gravar',
  'Stop recording': 'Parar gravação',
  'Its samples are written to the history until it ends, or you stop it.':
    'Suas amostras são escritas no histórico até ela terminar, ou você parar.',
  'Write its samples to the history from now on, whether a window watches or not.':
    'Escrever suas amostras no histórico a partir de agora, com ou sem uma janela observando.',
} as const satisfies Record<string, string>;
