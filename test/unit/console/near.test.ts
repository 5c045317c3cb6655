import { expect, it } from 'vitest';
import { didYouMean } from '../../../src-main/console/near.js';

const NAMES = ['shop-database', 'shop-web', 'cache', 'grow.wasm'];

it.each([
  ['shop-databse', 'Did you mean shop-database? '],
  ['SHOP', 'Did you mean shop-web or shop-database? '],
  ['grwo.wasm', 'Did you mean grow.wasm? '],
  ['queue', ''],
])('of %s says which names are written alike, the nearest first', (text, words) => {
  expect(didYouMean(text, NAMES)).toBe(words);
});
