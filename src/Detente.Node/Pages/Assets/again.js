// A page that is still being worked out looks again by itself, and is loaded anew once it is ready.
'use strict';

async function again() {
  const waiting = document.querySelector('[data-again]');
  if (!waiting) return;
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const still = page.querySelector('[data-again]');
    if (!still) {
      location.reload();
      return;
    }
    waiting.replaceChildren(...document.importNode(still, true).childNodes);
    setTimeout(again, Number(waiting.dataset.again));
  } catch {
    // The server is gone: the link on the page says so when it is followed.
  }
}

setTimeout(again, 500);
