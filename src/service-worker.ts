/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { version } from '$service-worker';

/**
 * Says that there is no connection, in place of the browser's own page, and does nothing else: no
 * page, no text and no answer is ever kept, so that nothing old is shown as if it were new.
 */

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const prefix = 'offline-';
const kept = prefix + version;
const page = '/offline';

worker.addEventListener('install', (event) => {
  event.waitUntil(keepPage());
});

async function keepPage() {
  const cache = await caches.open(kept);
  await cache.add(new Request(page, { cache: 'reload' }));
  await worker.skipWaiting();
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropEarlier().then(() => worker.clients.claim()));
});

async function dropEarlier() {
  const names = await caches.keys();
  const earlier = names.filter((name) => name.startsWith(prefix) && name !== kept);
  await Promise.all(earlier.map((name) => caches.delete(name)));
}

/** A form that could not be sent is left to the browser, which keeps what was typed. */
worker.addEventListener('fetch', (event) => {
  const { method, mode } = event.request;
  if (mode === 'navigate' && method === 'GET') event.respondWith(fetchOrSay(event.request));
});

async function fetchOrSay(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(page, { cacheName: kept })) ?? Response.error();
  }
}
