/** Types and names for the worker; the workflows themselves are reached through their bundle. */
export * from './activities.js';
export * from './messages.js';
