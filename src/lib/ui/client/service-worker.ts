/** Registers the service worker, which shows a page of ours if there is no connection. */
export function registerServiceWorker(): void {
  navigator.serviceWorker?.register('/service-worker.js').catch(() => {});
}
