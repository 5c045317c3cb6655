/** What the store says: of its file, and of what it keeps. */
export const store = {
  'What was recorded cannot be opened ({{path}}): {{Why}} ({{detail}}).':
    'O que foi registrado não pode ser aberto ({{path}}): {{Why}} ({{detail}}).',
  'What was recorded cannot be written ({{path}}): {{Why}} ({{detail}}).':
    'O que foi registrado não pode ser gravado ({{path}}): {{Why}} ({{detail}}).',
  'the disk is full or cannot be written to': 'o disco está cheio ou não permite gravar',
  'another process holds it': 'outro processo o detém',
  'it may not be written': 'não há permissão para gravá-lo',
  'it cannot be opened': 'não é possível abri-lo',
  'the file is damaged': 'o arquivo está danificado',
  'the database refused it': 'o banco de dados recusou',
  'Make room on that disk. What is measured meanwhile is held in memory, as far as it fits, and written then.':
    'Libere espaço nesse disco. O que for medido enquanto isso fica na memória, até onde couber, e é gravado depois.',
  'Another Paralelo writes for long. This one tries again by itself.':
    'Outro Paralelo está gravando há muito tempo. Este tenta de novo sozinho.',
  'Let your user write to that folder and file, or name another folder with PARALELO_DATA_DIR. This Paralelo tries again by itself.':
    'Permita que seu usuário grave nessa pasta e nesse arquivo, ou indique outra pasta em PARALELO_DATA_DIR. Este Paralelo tenta de novo sozinho.',
  'Look at the folder and its permissions, or name another one with PARALELO_DATA_DIR. This Paralelo tries again by itself.':
    'Verifique a pasta e suas permissões, ou indique outra em PARALELO_DATA_DIR. Este Paralelo tenta de novo sozinho.',
  'Start Paralelo anew: it checks the file, sets it aside if it is damaged, and begins a new one.':
    'Reinicie o Paralelo: ele verifica o arquivo, coloca-o de lado se estiver danificado e começa um novo.',
  'Start Paralelo anew; if it repeats, report it with this message.':
    'Reinicie o Paralelo; se o erro se repetir, relate-o com esta mensagem.',
  '{{path}} was written by a newer Paralelo (schema {{found}}, this one knows {{known}}), so nothing is recorded and nothing in it is touched.':
    '{{path}} foi gravado por um Paralelo mais novo (esquema {{found}}, este conhece o {{known}}), então nada é registrado e nada nele é alterado.',
  'Use the newer Paralelo, or name another folder with PARALELO_DATA_DIR.':
    'Use o Paralelo mais novo, ou indique outra pasta em PARALELO_DATA_DIR.',
  'What was recorded until now is damaged ({{why}}), so Paralelo began a new file.':
    'O que foi registrado até agora está danificado ({{why}}), então o Paralelo começou um arquivo novo.',
  'The damaged one is kept as {{aside}}; {{path}} is new.':
    'O danificado foi guardado como {{aside}}; {{path}} é novo.',
  'The damaged one is kept as {{aside}}; {{path}} is new. `sqlite3 {{same}} .recover` may save some of it.':
    'O danificado foi guardado como {{aside}}; {{path}} é novo. `sqlite3 {{same}} .recover` pode salvar parte dele.',
  '{{path}} was brought from schema {{from}} to {{to}}.':
    '{{path}} foi levado do esquema {{from}} para o {{to}}.',
  'As it was before it is kept as {{backup}}.': 'Como era antes, está guardado em {{backup}}.',
  'As it was before it is kept as {{backup}}. Delete that when all is well.':
    'Como era antes, está guardado em {{backup}}. Apague-o quando tudo estiver em ordem.',
  'Nothing recorded is called {{id}}.': 'Nada do que foi registrado se chama {{id}}.',
  'List what there is: `paralelo history`, or the History view. What was removed goes for good after some days.':
    'Liste o que existe: `paralelo history` ou a tela Histórico. O que foi removido some de vez depois de alguns dias.',
  'The part of Paralelo that records has failed: {{Why}}':
    'A parte do Paralelo que registra falhou: {{Why}}',
  'What runs goes on and is not recorded. Start Paralelo anew.':
    'O que está em execução continua e não é registrado. Reinicie o Paralelo.',
  'Open it again.': 'Abra-o de novo.',
  'The store is being opened.': 'O armazenamento está sendo aberto.',
  'Ask again in a moment.': 'Peça de novo em instantes.',
  'What is kept of {{id}} makes no sense ({{why}}).':
    'O que está guardado de {{id}} não faz sentido ({{why}}).',
  'The others can be read all the same. Remove this one, or run it again.':
    'Os outros podem ser lidos mesmo assim. Remova este, ou execute-o de novo.',
  '{{id}} is not being recorded.': '{{id}} não está sendo gravada.',
  'List what is being recorded: `paralelo record --list`.':
    'Liste o que está sendo gravado: `paralelo record --list`.',
  'The history in {{from}} could not be taken along: {{why}}. It is as it was, and nothing is recorded.':
    'O histórico em {{from}} não pôde ser levado junto: {{why}}. Ele está como estava, e nada é registrado.',
  'Choose the folder where it is again, or another one without taking it along.':
    'Escolha de novo a pasta onde ele está, ou outra sem levá-lo junto.',
  'its folder is missing': 'falta a pasta dele',
  'It was called {{was}} there; another entry has that id here.':
    'Lá se chamava {{was}}; aqui outro registro tem esse identificador.',
  'Paralelo ended before this run did: nobody saw its end.':
    'O Paralelo terminou antes desta execução: ninguém viu o fim dela.',
  'What was recorded until Paralelo ended is here; output and its hash are not whole.':
    'O que foi registrado até o Paralelo terminar está aqui; a saída e seu hash não estão completos.',
  'Run it again for a whole record.': 'Execute de novo para ter um registro completo.',
} as const satisfies Record<string, string>;
