/**
 * The page asks for the code of this room together with its own, and not only once that has run: what serves the page
 * has other things to do by then.
 * @param {string} path of the room's component, its end
 * @returns {import('vite').Plugin}
 */
export function preloadRoom(path) {
  return {
    name: 'paralelo:preload-room',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, path: page }) {
        if (page !== '/index.html') return html;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const room = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(path));
        if (room === undefined) return html;
        const wanted = [...room.imports, room.fileName].filter((name) => !html.includes(name));
        return wanted.map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
