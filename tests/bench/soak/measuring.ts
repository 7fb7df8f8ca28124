/**
 * Loaded before the forum, by `--import`: on SIGUSR2 collects the garbage and prints what memory
 * is left in use, and prints what is about to end the process.
 */
process.on('SIGUSR2', () => {
  gc!();
  gc!();
  console.log(`memory ${JSON.stringify(process.memoryUsage())}`);
});

process.on('uncaughtExceptionMonitor', (error, origin) => {
  console.error(`${origin}: ${error.stack}`);
});
