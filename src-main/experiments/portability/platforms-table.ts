import type { ResultTable, RuntimeInfo } from '../../contract/index.js';
import type { Facts } from './facts.js';

export function platformsTable(runtimes: readonly RuntimeInfo[], facts: Facts): ResultTable {
  return {
    id: 'platforms',
    title: 'What it is built for',
    columns: [
      { id: 'built', title: 'Built for' },
      { id: 'listed', title: 'In its registry' },
      { id: 'machine', title: 'The engine runs' },
      { id: 'foreign', title: 'Tried' },
      { id: 'outcome', title: 'Outcome' },
      { id: 'by', title: 'Emulation' },
    ],
    rows: runtimes.flatMap(({ id, kind }): ResultTable['rows'] => {
      if (kind === 'wasm') return [{ runtime: id, cells: { built: 'any: a module names none' } }];
      const looked = facts.images.get(id);
      if (looked === undefined) return [];
      const { platform, listedPlatforms, enginePlatform } = looked.facts;
      const { foreign } = looked;
      return [
        {
          runtime: id,
          cells: {
            ...(platform === undefined ? {} : { built: platform }),
            ...(listedPlatforms === undefined ? {} : { listed: listedPlatforms.join(', ') }),
            machine: enginePlatform,
            ...(foreign === undefined
              ? {}
              : { foreign: foreign.platform, outcome: foreign.outcome }),
            ...(foreign?.by === undefined ? {} : { by: foreign.by }),
          },
        },
      ];
    }),
  };
}
