// Before the first paint, so that no window flashes in the other theme. A script of its own: modules come later.
(() => {
  let theme = 'system';
  try {
    theme = JSON.parse(localStorage.getItem('paralelo.theme') ?? '"system"');
  } catch {
    // No store: as the system has it.
  }
  const isDark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
})();
