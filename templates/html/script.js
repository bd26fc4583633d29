// Filter, search, sort and copy, for a page that is complete without them. No requests; no text becomes markup.
(() => {
'use strict';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const collator = new Intl.Collator(document.documentElement.lang, {numeric: true, sensitivity: 'base'});
// As people type: without regard to case and accents.
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = text => plain(text).split(/\s+/).filter(Boolean);
// Work on all rows is done in slices of milliseconds: keys and pointer are answered in between.
const slices = () => {
  let end = performance.now() + 12;
  return {
    isOver: () => performance.now() > end,
    next: () => new Promise(done => setTimeout(done)).then(() => { end = performance.now() + 12; }),
  };
};
const form = document.getElementById('page__filter');
const main = document.querySelector('main');
const nav = document.querySelector('nav');
if (!form || !main) return;
const output = form.querySelector('output');
const count = (shown, total) => output.dataset.text.replace('{shown}', shown).replace('{all}', total);
const facets = all('select', form).map(select => select.name).filter(name => name !== 'document');

// What can be hidden: rows of tables, and procedures as a whole. A box is a table or a procedure with its rows.
const boxes = [];
const columnsOf = (root, facet) => all(`th[data-facet=${facet}]`, root).map(th => th.cellIndex);
const index = async () => {
  const slice = slices();
  const values = Object.fromEntries(facets.map(facet => [facet, new Set()]));
  for (const sheet of all('.worksheet', main)) {
    for (const element of all('.page, .table', sheet)) {
      if (element.parentElement.closest('.page')) continue;
      const isTable = element.matches('.table');
      const box = {element, shown: true, rows: []};
      boxes.push(box);
      const columns = Object.fromEntries(facets.map(facet => [facet, isTable ? columnsOf(element, facet)[0] : undefined]));
      for (const part of isTable ? element.querySelector('tbody').rows : [element]) {
        if (slice.isOver()) await slice.next();
        const row = {element: part, shown: true, sheet: sheet.id, text: null, size: isTable ? 1 : all('tr', part).length};
        for (const facet of facets) {
          row[facet] = columns[facet] === undefined
            ? Array.from(part.getElementsByClassName(facet), value => value.textContent)
            : [part.cells[columns[facet]].textContent];
          // Procedures of many targets have a table of them.
          if (!isTable) for (const table of all('table', part)) {
            for (const column of columnsOf(table, facet)) {
              for (const target of table.tBodies[0].rows) row[facet].push(target.cells[column].textContent);
            }
          }
          for (const value of row[facet]) if (value) values[facet].add(value);
        }
        box.rows.push(row);
      }
    }
  }
  for (const facet of facets) {
    form.elements[facet].append(...[...values[facet]].sort(collator.compare).map(value => new Option(value)));
  }
};

const show = (thing, shown) => {
  if (thing.shown !== shown) thing.element.hidden = !(thing.shown = shown);
};
// Cells apart: no word of a search spans two.
const textOf = part => plain(part.cells ? Array.from(part.cells, cell => cell.textContent).join('\n') : part.textContent);

// Whether it came to its end: the next filter stops it.
let turn = 0;
const apply = async () => {
  const mine = ++turn;
  const slice = slices();
  const words = wordsOf(form.elements.q.value);
  const sheet = form.elements.document.value;
  const wanted = facets.map(name => [name, form.elements[name].value]).filter(([, value]) => value);
  const isFiltered = Boolean(sheet || words.length || wanted.length);
  const fits = row => (!sheet || row.sheet === sheet)
    && wanted.every(([name, value]) => row[name].includes(value))
    && words.every(word => (row.text ??= textOf(row.element)).includes(word));
  const found = new Map();
  for (const box of boxes) {
    const rows = new Set();
    found.set(box, rows);
    for (const row of box.rows) {
      if (isFiltered && slice.isOver()) {
        await slice.next();
        if (mine !== turn) return false;
      }
      if (!isFiltered || fits(row)) rows.add(row);
    }
  }
  let shown = 0;
  let total = 0;
  const kept = new Set();
  for (const [box, rows] of found) {
    shown += rows.size;
    total += box.rows.length;
    for (let part = box.element; rows.size && part !== main; part = part.parentElement) kept.add(part);
  }
  for (const part of all('.worksheet, .worksheet > *:not(h2)', main)) {
    part.hidden = isFiltered && !kept.has(part);
  }
  // What comes back is laid out by and by: all of a large page at once takes a second.
  let unseen = 0;
  for (const [box, rows] of found) {
    for (const row of rows) if (!box.shown || !row.shown) unseen += row.size;
    // The rows of a hidden table are left as they are.
    if (rows.size) for (const row of box.rows) show(row, rows.has(row));
    show(box, rows.size > 0);
    if (unseen < 500) continue;
    unseen = main.offsetHeight && 0;
    if (slice.isOver()) {
      await slice.next();
      if (mine !== turn) return false;
    }
  }
  output.value = isFiltered ? count(shown, total) : '';
  form.classList.toggle('active', isFiltered);
  return true;
};

// The address carries the filter, so that a filtered page can be sent.
const remember = () => {
  const query = new URLSearchParams();
  for (const control of form.elements) if (control.name && control.value) query.set(control.name, control.value);
  const target = targetOf(location.hash);
  const hash = target?.closest('[hidden]') ? '' : location.hash;
  try {
    history.replaceState(null, '', (String(query) ? '?' + query : location.pathname) + hash);
  } catch { /* some browsers refuse this for files */ }
};

const targetOf = hash => {
  try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
};

// A link to something that the filter hides clears the filter.
const reveal = async target => {
  for (let part = target; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
  if (!target?.closest('[hidden]')) return false;
  form.reset();
  if (!await apply()) return false;
  remember();
  return true;
};

let timer = 0;
const refresh = delay => {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    await ready;
    if (await apply()) remember();
  }, delay);
};
form.addEventListener('input', event => refresh(event.target.name === 'q' ? 120 : 0));
form.addEventListener('reset', () => refresh(0));
addEventListener('submit', event => event.preventDefault());
addEventListener('hashchange', async () => {
  const target = targetOf(location.hash);
  if (await reveal(target)) target.scrollIntoView();
});
document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (link) reveal(targetOf(link.getAttribute('href')));
});

// Sorting: up, down, as it was.
const sortable = () => {
  for (const table of all('.table:not(.form) > table', main)) {
    if (table.closest('.page') || table.tBodies[0].rows.length < 3) continue;
    for (const th of table.tHead.rows[0].cells) th.append(make('button', {type: 'button'}, ...th.childNodes));
  }
};
const original = new WeakMap();
// A thousand is more than 999, whatever parts its digits.
const sortKey = cell => cell.textContent.trim().replace(/^–$/, '').replace(/(\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, '$1');
main.addEventListener('click', event => {
  const th = event.target.closest('thead th');
  if (!th || !event.target.closest('button')) return;
  const body = th.closest('table').tBodies[0];
  if (!original.has(body)) original.set(body, [...body.rows]);
  const next = {ascending: 'descending', descending: null}[th.getAttribute('aria-sort')];
  const direction = next === undefined ? 'ascending' : next;
  for (const other of th.parentElement.cells) other.removeAttribute('aria-sort');
  let rows = original.get(body);
  if (direction) {
    th.setAttribute('aria-sort', direction);
    const sign = direction === 'ascending' ? 1 : -1;
    const keyed = rows.map(row => [sortKey(row.cells[th.cellIndex]), row]);
    // Empty cells last, whichever way.
    rows = keyed.sort(([a], [b]) => !a - !b || sign * collator.compare(a, b)).map(([, row]) => row);
  }
  const sorted = new DocumentFragment();
  sorted.append(...rows);
  body.append(sorted);
});

// Searches for a name in a table's first column.
for (const lookup of all('.lookup')) {
  const table = document.getElementById(lookup.dataset.table);
  const status = lookup.querySelector('[role=status]');
  if (!table?.tBodies) continue;
  let rows = null;
  const list = make('ul', {});
  status.after(list);
  const search = lookup.querySelector('form');
  search.hidden = false;
  search.addEventListener('input', event => {
    const words = wordsOf(event.target.value);
    rows ??= Array.from(table.tBodies[0].rows, row => [plain(row.cells[0].textContent), row]);
    const found = words.length ? rows.filter(([name]) => words.every(word => name.includes(word))) : [];
    status.textContent = !words.length ? '' : found.length ? count(found.length, rows.length) : lookup.dataset.none;
    list.replaceChildren(...found.slice(0, 6).map(([, row]) => make('li', {}, ...Array.from(row.cells, cell =>
      make('div', {}, ...cell.cloneNode(true).childNodes)))));
  });
}

// A button beside a command, once a pointer or the keyboard is there: there are tens of thousands.
if (navigator.clipboard) {
  const label = (button, words) => Object.assign(button, {title: words, ariaLabel: words});
  const offer = codes => {
    for (const code of codes) {
      if (code.nextSibling?.className === 'copy' || !/^[A-Za-z]\S* .*[-/$]/s.test(code.textContent)) continue;
      code.after(label(make('button', {type: 'button', className: 'copy'}), form.dataset.copy));
    }
  };
  main.addEventListener('pointerover', event => {
    const row = event.target.closest('tr');
    if (row) offer(all('td code', row));
  });
  main.addEventListener('focusin', event => {
    if (event.target.matches('.table')) offer(all('td code', event.target).slice(0, 200));
  });
  main.addEventListener('click', async event => {
    const button = event.target.closest('.copy');
    if (!button) return;
    try { await navigator.clipboard.writeText(button.previousSibling.textContent); } catch { return; }
    label(button, form.dataset.copied).classList.add('done');
    setTimeout(() => label(button, form.dataset.copy).classList.remove('done'), 2000);
  });
}

// The contents: folded on small screens; where we are is marked.
const details = nav?.querySelector('details');
if (details) {
  const wide = matchMedia('(min-width: 75rem)');
  const fold = () => { details.open = wide.matches; };
  fold();
  wide.addEventListener('change', fold);
  nav.addEventListener('click', event => { if (event.target.closest('a')) fold(); });
  const links = new Map(all('a', nav).map(link => [targetOf(link.getAttribute('href')), link]));
  const visible = new Set();
  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) visible[entry.isIntersecting ? 'add' : 'delete'](entry.target);
    const current = links.get([...links.keys()].filter(part => visible.has(part)).pop());
    if (!current || current.ariaCurrent) return;
    for (const link of links.values()) link.ariaCurrent = link === current ? 'true' : null;
    if (wide.matches) nav.scrollTop = current.offsetTop - nav.clientHeight / 2;
  }, {rootMargin: '-20% 0px -70% 0px'});
  for (const part of links.keys()) if (part) observer.observe(part);
}

for (const sheet of all('.worksheet', main)) {
  form.elements.document.append(new Option(sheet.querySelector('h2').textContent, sheet.id));
}
const ready = index();
sortable();
form.hidden = false;
(async () => {
  await ready;
  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = form.elements[name];
    if (!control) continue;
    control.value = value;
    // What an old link asks for may be gone: it must not filter everything away.
    if (control.value !== value) control.value = '';
  }
  await apply();
  const target = targetOf(location.hash);
  if (target) {
    await reveal(target);
    target.scrollIntoView();
  }
})();
})();
