// The least that a window of Electron is: what is left of the app's start is Paralelo's own.
const { BrowserWindow, app } = require('electron');
const { join } = require('node:path');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  void window.loadFile(join(__dirname, 'index.html'));
});
