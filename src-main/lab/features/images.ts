import { LabError } from '../../contract/index.js';
import type { Feature } from './feature.js';

/** The engines' images: suggestions for a run, and the twins' own, which can be removed. */
export const imagesFeature: Feature = ({ dispatcher, catalogue }) => {
  dispatcher.handle('images.list', async () => {
    const shelves = await catalogue.images();
    return { images: (await Promise.all(shelves.map((shelf) => shelf.list()))).flat() };
  });
  dispatcher.handle('images.load', async ({ engine, path }) => {
    for (const shelf of await catalogue.images()) {
      const refs = await shelf.load(engine, path);
      if (refs !== undefined) return { refs };
    }
    throw new LabError(
      'engine-unreachable',
      `There is no engine ${engine} that could load it.`,
      'Start it, or choose another one.',
    );
  });
  dispatcher.handle('images.removeTwins', async () => {
    const shelves = await catalogue.images();
    return { removed: (await Promise.all(shelves.map((shelf) => shelf.removeTwins()))).flat() };
  });
};
