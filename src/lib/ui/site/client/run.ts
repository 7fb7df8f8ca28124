/** Registers the worker that says so when there is no connection; a browser without it does without. */
navigator.serviceWorker?.register('/service-worker.js').catch(() => {});
