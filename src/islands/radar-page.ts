// On the radar: filter by ring or movement (kept in the address), and picture and list light up together.

const bar = document.querySelector('[data-radar-filters]');
const radar = document.querySelector('[data-radar]');
const buttons = [...(bar?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
const blips = [...(radar?.querySelectorAll<SVGAElement>('[data-blip]') ?? [])];
const rows = new Map([...(radar?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])].map((row) => [row.dataset['entry'] ?? '', row]));

function apply(): void {
  const params = new URLSearchParams(location.search);
  const ring = params.get('ring') ?? '';
  const moved = params.has('moved');
  for (const button of buttons) {
    const on = 'moved' in button.dataset ? moved : button.dataset['ring'] === ring;
    button.setAttribute('aria-pressed', String(on));
  }
  for (const blip of blips) {
    const hidden = (ring !== '' && blip.dataset['ring'] !== ring) || (moved && !('moved' in blip.dataset));
    blip.classList.toggle('out', hidden);
    // What is filtered out is no stop for the keyboard either.
    if (hidden) blip.setAttribute('tabindex', '-1');
    else blip.removeAttribute('tabindex');
    rows.get(blip.dataset['blip'] ?? '')?.toggleAttribute('hidden', hidden);
  }
  for (const group of radar?.querySelectorAll<HTMLElement>('[data-legend-ring]') ?? []) {
    group.hidden = [...group.querySelectorAll('li')].every((row) => row.hidden);
  }
}

bar?.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  const params = new URLSearchParams(location.search);
  if ('moved' in button.dataset) {
    if (params.has('moved')) params.delete('moved');
    else params.set('moved', '');
  } else if (button.dataset['ring'] === '') params.delete('ring');
  else params.set('ring', button.dataset['ring'] ?? '');
  const query = params.toString();
  history.pushState(null, '', query === '' ? location.pathname : `?${query}`);
  apply();
});
addEventListener('popstate', apply);
apply();

for (const blip of blips) {
  const row = rows.get(blip.dataset['blip'] ?? '');
  const light = (on: boolean) => () => {
    row?.classList.toggle('lit', on);
    blip.classList.toggle('lit', on);
  };
  for (const element of [blip, row]) {
    element?.addEventListener('pointerenter', light(true));
    element?.addEventListener('pointerleave', light(false));
    element?.addEventListener('focusin', light(true));
    element?.addEventListener('focusout', light(false));
  }
}
