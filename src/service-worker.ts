/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { version } from '$service-worker';

/**
 * Shows the page /offline if there is no connection. It stores no other page, so that nothing old is
 * shown as if it were new.
 */

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const prefix = 'offline-';
const cacheName = prefix + version;
const page = '/offline';

worker.addEventListener('install', (event) => {
  event.waitUntil(storePage());
});

async function storePage() {
  const cache = await caches.open(cacheName);
  await cache.add(new Request(page, { cache: 'reload' }));
  await worker.skipWaiting();
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteEarlier().then(() => worker.clients.claim()));
});

async function deleteEarlier() {
  const names = await caches.keys();
  const earlier = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(earlier.map((name) => caches.delete(name)));
}

// Only GET: the browser itself keeps what was typed in a form that could not be sent.
worker.addEventListener('fetch', (event) => {
  const { method, mode } = event.request;
  if (mode === 'navigate' && method === 'GET') event.respondWith(fetchOrOffline(event.request));
});

async function fetchOrOffline(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(page, { cacheName })) ?? Response.error();
  }
}
