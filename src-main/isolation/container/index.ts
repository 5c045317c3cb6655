export { containerProfile } from './profile.js';
