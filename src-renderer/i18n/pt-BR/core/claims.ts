/** What the rules of the claims say (`src-main/experiments/claims/rules`): why, caveats, what is missing, evidence. */
export const claims = {
  'This version speaks to no cluster. It needs one with a container Pod and a Wasm Pod (a RuntimeClass) of the same work.':
    'Esta versão não fala com nenhum cluster. É preciso um com um Pod de contêiner e um Pod Wasm (uma RuntimeClass) do mesmo trabalho.',
  'Not in {{names}}. No browser was among them.':
    'Não em {{names}}. Nenhum navegador estava entre eles.',
  'that of the host': 'o do hospedeiro',
  'that of the container': 'o do contêiner',
  'two containers of one image': 'dois contêineres de uma imagem',
  'Lucet was retired; Wasmtime succeeded it. Today there are also {{others}}.':
    'O Lucet foi aposentado; o Wasmtime o sucedeu. Hoje há também {{others}}.',
  '{{runtime}} is not here. Today there are also {{others}}.':
    '{{runtime}} não está aqui. Hoje há também {{others}}.',
  'Lucet was retired; Wasmtime succeeded it. {{runtime}} is not here. Today there are also {{others}}.':
    'O Lucet foi aposentado; o Wasmtime o sucedeu. {{runtime}} não está aqui. Hoje há também {{others}}.',
} as const satisfies Record<string, string>;
