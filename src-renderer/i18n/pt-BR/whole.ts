/** All of it as one part of the page, which only a Portuguese window reads. */
export { core } from './core.js';
export { ptBR } from './index.js';
