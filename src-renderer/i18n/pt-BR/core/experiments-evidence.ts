/** What was seen, beside a claim's verdict. */
export const experimentsEvidence = {
  '{{attempt}}, default': '{{attempt}}, padrão',
  '{{attempt}}, loosened': '{{attempt}}, afrouxado',
  'allowed: {{Says}}': 'permitido: {{Says}}',
  'refused: {{Says}}': 'recusado: {{Says}}',
  'not-expressible: {{Says}}': 'não exprimível: {{Says}}',
  'imports that make a process': 'importações que criam um processo',
  'attempts to leave the sandbox that failed': 'tentativas de sair da sandbox que falharam',
  'time by that of native, geometric mean': 'tempo em relação ao nativo, média geométrica',
  '{{number}}, 95 % interval {{numberFrom}} to {{numberTo}}':
    '{{number}}, intervalo de 95 %: {{numberFrom}} a {{numberTo}}',
  '{{number}} ms, 95 % interval {{numberFrom}} to {{numberTo}}':
    '{{number}} ms, intervalo de 95 %: {{numberFrom}} a {{numberTo}}',
  'start, compiled before': 'iniciar, já compilado',
  'image for {{platform}} on {{machine}}': 'imagem para {{platform}} em {{machine}}',
  ran: 'executou',
  'ran; {{By}}': 'executou; {{By}}',
  'exec format error; {{By}}': 'exec format error; {{By}}',
  'what it printed, by SHA-256': 'o que imprimiu, por SHA-256',
  '{{sha256}}, exit code {{number}}': '{{sha256}}, código de saída {{number}}',
  'size of the module, and of the image alone': 'tamanho do módulo, e da imagem sozinha',
  'memory of one more instance: in a shared process of V8, and as a container':
    'memória de mais uma instância: em um processo compartilhado do V8, e como contêiner',
  '{{number}} and {{numberContainer}} ({{runtime}})':
    '{{number}} e {{numberContainer}} ({{runtime}})',
  '{{number}} and {{numberImage}}': '{{number}} e {{numberImage}}',
  '{{number}} of {{numberAll}}': '{{number}} de {{numberAll}}',
  'different outputs of {{number}} runs': 'saídas diferentes em {{number}} execuções',
  'allowed in {{runtimes}}': 'permitido em {{runtimes}}',
  'limit of {{Limit}}': 'limite de {{Limit}}',
  '{{number}} left of {{numberLimit}}': '{{number}} restantes de {{numberLimit}}',
  'not told, left of {{limit}}': 'não informado, de {{limit}}',
  '{{number}} of {{numberAll}} cores': '{{number}} de {{numberAll}} núcleos',
  'not told, of {{number}} cores': 'não informado, de {{number}} núcleos',
  'not told, of {{number}}': 'não informado, de {{number}}',
  'how it ended at the limit': 'como terminou no limite',
  '{{End}} at {{held}}, survived: {{Survived}}': '{{End}} em {{held}}, sobreviveu: {{Survived}}',
  '{{End}} at a size that was not told, survived: {{Survived}}':
    '{{End}} em um tamanho que não foi informado, sobreviveu: {{Survived}}',
  'end under a limit of time, and of fuel': 'fim sob um limite de tempo, e de combustível',
  '{{number}} ms late, held by {{By}}; no fuel':
    '{{number}} ms de atraso, imposto por {{By}}; sem combustível',
  '{{number}} ms late, held by {{By}}; out of fuel after {{numberFuel}} ms':
    '{{number}} ms de atraso, imposto por {{By}}; esgotou o combustível após {{numberFuel}} ms',
  'not ended, held by {{By}}; no fuel': 'não encerrado, imposto por {{By}}; sem combustível',
  'not ended, held by {{By}}; out of fuel after {{numberFuel}} ms':
    'não encerrado, imposto por {{By}}; esgotou o combustível após {{numberFuel}} ms',
  'a start of hello': 'uma inicialização de hello',
  '{{number}} times, {{numberMs}} ms': '{{number}} vezes, {{numberMs}} ms',
  'not here': 'ausente',
  'namespace {{name}}': 'namespace {{name}}',
  'could not be read': 'não pôde ser lido',
  'its own ({{inode}})': 'próprio ({{inode}})',
  'that of the {{Owner}}': 'o do {{Owner}}',
  host: 'hospedeiro',
  container: 'contêiner',
  'a file written to the root of a container': 'um arquivo gravado na raiz de um contêiner',
  'the container {{Inside}}, the host {{Host}}, a second container {{Second}}':
    'o contêiner {{Inside}}, a máquina {{Host}}, um segundo contêiner {{Second}}',
  'sees it': 'o vê',
  'does not see it': 'não o vê',
} as const satisfies Record<string, string>;
