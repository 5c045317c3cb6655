export const experimentsIsolation = {
  '{{runtime}} could not start a privileged container: {{Why}} Loosened, its guests had the capabilities that root has here, no filter, and the host’s processes and network, but not its devices, and /proc/sys and /sys read-only.':
    '{{runtime}} não conseguiu iniciar um contêiner privilegiado: {{Why}} Afrouxados, seus convidados tiveram as capabilities que o root tem aqui, nenhum filtro, e os processos e a rede da máquina, mas não seus dispositivos, e /proc/sys e /sys somente leitura.',
  'Run the engine with all capabilities to see a privileged container.':
    'Execute o motor com todas as capabilities para ver um contêiner privilegiado.',
} as const satisfies Record<string, string>;
