// What scripts add to pages that are whole without them: sliders, a play button, reasons beside the text.
'use strict';

const day = 86400000;
const pause = 900;
let playing = null;
let asked = 0;
let shown = location.pathname + location.search;

// Puts the page of an address in place of this one, and its address into the bar: as a step back leads from, or in place of the one that stands there.
async function go(address, focus, remember = history.pushState) {
  const turn = ++asked;
  document.body.classList.add('waiting');
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (turn !== asked) return;
    if (!answer.ok || !page.querySelector('main') || !page.querySelector('.time')) {
      location.assign(address);
      return;
    }
    document.title = page.title;
    for (const part of ['.top', '.time', 'main', 'footer']) {
      document.querySelector(part).replaceWith(document.importNode(page.querySelector(part), true));
    }
    remember.call(history, null, '', address);
    shown = location.pathname + location.search;
    ready();
    if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
  } catch {
    // The server is gone, or the page is no longer there: the browser says so better.
    location.assign(address);
  } finally {
    if (turn === asked) document.body.classList.remove('waiting');
  }
}

function address(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value) query.append(name, value);
  }
  const written = query.toString().replaceAll('%3A', ':');
  return form.getAttribute('action') + (written ? '?' + written : '');
}

function sliders() {
  const time = document.querySelector('.time');
  if (!time) return;
  const form = time.querySelector('form');
  const first = Date.parse(time.dataset.first);
  for (const slider of form.querySelectorAll('input[type="range"]')) {
    const field = document.getElementById(slider.dataset.for);
    slider.addEventListener('input', () => {
      stop();
      field.value = new Date(first + slider.value * day).toISOString().slice(0, 10);
      slider.setAttribute('aria-valuetext', field.value);
    });
    slider.addEventListener('change', () => go(address(form), `input[data-for="${slider.dataset.for}"]`, history.replaceState));
  }
  form.addEventListener('submit', event => {
    event.preventDefault();
    stop();
    go(address(form), 'button[type="submit"]');
  });
  for (const step of form.querySelectorAll('a.step')) {
    step.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      stop();
      go(step.href, step.rel ? `a.step[rel="${step.rel}"]` : '#at');
    });
  }
  const play = form.querySelector('.play');
  play.addEventListener('click', () => playing ? stop() : start());
  show(play);
}

// At the end it begins again.
function start() {
  if (!document.querySelector('.time a[rel="next"]')) go(document.querySelector('.play').dataset.begin, '.play');
  playing = setInterval(async () => {
    const next = document.querySelector('.time a[rel="next"]');
    if (!next) stop();
    else if (!document.body.classList.contains('waiting')) await go(next.href, '.play', history.replaceState);
  }, pause);
  show(document.querySelector('.play'));
}

function stop() {
  clearInterval(playing);
  playing = null;
  show(document.querySelector('.play'));
}

function show(play) {
  if (!play) return;
  play.textContent = playing ? play.dataset.stop : play.dataset.play;
  play.setAttribute('aria-pressed', String(Boolean(playing)));
}

// On the page of the text, a verdict opens its reasons beside the clause.
function beside() {
  const dialog = document.querySelector('dialog.reasons-beside');
  if (!dialog) return;
  for (const link of document.querySelectorAll('.margin a.cell')) {
    link.addEventListener('click', async event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const main = await mainOf(link.href);
      if (!main) {
        location.assign(link.href);
        return;
      }
      dialog.querySelector('.inside').replaceChildren(...main.childNodes);
      dialog.showModal();
      dialog.scrollTop = 0;
    });
  }
}

// Nothing where the server is gone or refuses: the browser then goes there itself, and is told why.
async function mainOf(address) {
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return answer.ok ? document.importNode(page.querySelector('main'), true) : null;
  } catch {
    return null;
  }
}

function ready() {
  sliders();
  beside();
}


// A step back within a page, from one heading to another, is the browser's own.
addEventListener('popstate', () => {
  if (location.pathname + location.search !== shown) go(location.href, null, history.replaceState);
});
ready();
