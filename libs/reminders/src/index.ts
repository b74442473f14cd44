export * from './addressee.js';
export * from './facts.js';
export * from './ladder.js';
export * from './mail-text.js';
export * from './mailing.js';
export * from './notices.js';
export * from './reminders-due.js';
export * from './why.js';
