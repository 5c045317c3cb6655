import type { Feature } from './feature.js';

/** The engines' images: suggestions for a run, and the twins' own, which can be removed. */
export const imagesFeature: Feature = ({ dispatcher, catalogue }) => {
  dispatcher.handle('images.list', async () => {
    const shelves = await catalogue.images();
    return { images: (await Promise.all(shelves.map((shelf) => shelf.list()))).flat() };
  });
  dispatcher.handle('images.removeTwins', async () => {
    const shelves = await catalogue.images();
    return { removed: (await Promise.all(shelves.map((shelf) => shelf.removeTwins()))).flat() };
  });
};
