/** The definitions of memory (`MEMORY_DEFINITIONS`). */
export const samples = {
  'Working set': 'Working set',
  Cgroup: 'Cgroup',
  Anonymous: 'Anônima',
  'Linear memory': 'Memória linear',
  'Private dirty': 'Privada suja',
  'Linear maximum': 'Máximo linear',
  Limit: 'Limite',
  'Cgroup memory without inactive page cache: what `docker stats` shows. usage minus inactive_file.':
    'Memória do cgroup sem o cache de páginas inativo: o que `docker stats` mostra. usage menos inactive_file.',
  'All memory charged to the cgroup, page cache and kernel memory included; the limit is held against this. memory.usage_in_bytes or memory.current.':
    'Toda a memória atribuída ao cgroup, inclusive cache de páginas e memória do kernel; o limite vale sobre isto. memory.usage_in_bytes ou memory.current.',
  'Memory with no file behind it: heap and stack. total_rss (cgroup v1) or anon (v2) of memory.stat.':
    'Memória sem arquivo por trás: heap e pilha. total_rss (cgroup v1) ou anon (v2) de memory.stat.',
  "The size of the module's linear memory, whether it was touched or not. 64 KiB pages.":
    'O tamanho da memória linear do módulo, tocada ou não. Páginas de 64 KiB.',
  'Resident pages of the processes, shared ones counted in full in each. Rss of smaps_rollup, or VmRSS of status where that may not be read.':
    'Páginas residentes dos processos, as compartilhadas contadas por inteiro em cada um. Rss de smaps_rollup, ou VmRSS de status onde aquele não pode ser lido.',
  'Resident pages, shared ones divided by how many processes share them. Pss of smaps_rollup.':
    'Páginas residentes, as compartilhadas divididas por quantos processos as compartilham. Pss de smaps_rollup.',
  'Pages that only this process has and that it has written: what ending it would give back at once. Private_Dirty of smaps_rollup.':
    'Páginas que só este processo tem e que escreveu: o que encerrá-lo devolveria na hora. Private_Dirty de smaps_rollup.',
  'How far the linear memory may grow: the smaller of the module maximum and the limit.':
    'Até onde a memória linear pode crescer: o menor entre o máximo do módulo e o limite.',
  'The memory limit in force as the kernel or the engine shows it.':
    'O limite de memória em vigor como o kernel ou o motor o mostra.',
} as const satisfies Record<string, string>;
