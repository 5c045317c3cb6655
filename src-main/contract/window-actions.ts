/**
 * What can be done in the window by a key, from its palette or its menu, and the keys. `Mod` is Ctrl, on a Mac Cmd; two
 * letters (`G L`) are pressed one after the other.
 */
export const WINDOW_ACTIONS = {
  'help.palette': ['Mod+K', 'Mod+Shift+P'],
  'help.shortcuts': ['?'],
  'help.about': [],
  'go.lab': ['Mod+1', 'G L'],
  'go.instances': ['Mod+2', 'G I'],
  'go.isolation': ['Mod+3', 'G S'],
  'go.experiments': ['Mod+4', 'G E'],
  'go.history': ['Mod+5', 'G H'],
  'go.claims': ['Mod+6', 'G C'],
  'go.runtimes': ['Mod+7', 'G R'],
  'go.settings': ['Mod+8', 'G T', 'Mod+,'],
  'lab.run': ['Mod+Enter'],
  'lab.stop': ['Escape', 'Mod+.'],
  'lab.stopAll': ['Mod+Shift+.'],
  'lab.openModule': ['Mod+O'],
  'history.search': ['Mod+Shift+F'],
  'history.import': ['Mod+Shift+O'],
  'history.undo': ['Mod+Z'],
  'instances.filter': ['/'],
} as const satisfies Record<string, readonly string[]>;

export type WindowActionId = keyof typeof WINDOW_ACTIONS;

/** The event by which a menu asks the page for one; its detail is the id. */
export const WINDOW_ACTION_EVENT = 'paralelo:action';
