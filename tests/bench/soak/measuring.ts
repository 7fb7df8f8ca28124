/**
 * Loaded before the forum with `--import`: on SIGUSR2 it collects the garbage and prints the memory in
 * use; it also prints an error that is about to end the process.
 */
process.on('SIGUSR2', () => {
  gc!();
  gc!();
  console.log(`memory ${JSON.stringify(process.memoryUsage())}`);
});

process.on('uncaughtExceptionMonitor', (error, origin) => {
  console.error(`${origin}: ${error.stack}`);
});
