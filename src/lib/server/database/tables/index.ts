export * from './members.ts';
export * from './security.ts';
export * from './documents.ts';
export * from './hearings.ts';
export * from './rewrites.ts';
export * from './inputs.ts';
export * from './mentions.ts';
export * from './decisions.ts';
