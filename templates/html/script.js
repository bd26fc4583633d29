// Filter, search, sort and copy, for a page that is complete without them. It asks the network for nothing, and no
// text becomes markup.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true, sensitivity: 'base'});
  const wordsOf = text => text.toLowerCase().split(/\s+/).filter(Boolean);
  const form = document.getElementById('page__filter');
  const main = document.querySelector('main');
  const nav = document.querySelector('nav');
  if (!form || !main) return;
  const output = form.querySelector('output');
  const count = (shown, total) => output.dataset.text.replace('{shown}', shown).replace('{all}', total);
  const facets = all('select', form).map(select => select.name).filter(name => name !== 'document');

  // What can be hidden: the rows of tables, and procedures as a whole, for their steps belong together. A box is a
  // table or a procedure with its rows.
  let boxes = null;
  const index = () => {
    boxes = [];
    for (const sheet of all('.worksheet', main)) {
      for (const element of all('.page, .table', sheet)) {
        if (element.parentElement.closest('.page')) continue;
        const isTable = element.matches('.table');
        const columns = {};
        if (isTable) all('th[data-facet]', element).forEach(th => { columns[th.dataset.facet] = th.cellIndex; });
        const parts = isTable ? [...element.querySelector('tbody').rows] : [element];
        boxes.push({element, shown: true, rows: parts.map(part => {
          const row = {element: part, shown: true, sheet: sheet.id, text: null};
          for (const facet of facets) {
            row[facet] = columns[facet] === undefined
              ? Array.from(part.getElementsByClassName(facet), value => value.textContent)
              : [part.cells[columns[facet]].textContent];
          }
          return row;
        })});
      }
    }
    for (const facet of facets) {
      const values = new Set(boxes.flatMap(box => box.rows.flatMap(row => row[facet])));
      const options = [...values].filter(Boolean).sort(collator.compare).map(value => new Option(value));
      form.elements[facet].append(...options);
    }
  };

  // A value that has no option any more, as from an old link, must not filter everything away.
  const choose = (control, value) => {
    control.value = value;
    if (control.value !== value) control.value = '';
  };

  const show = (thing, shown) => {
    if (thing.shown === shown) return;
    thing.shown = shown;
    thing.element.hidden = !shown;
  };

  const apply = () => {
    const words = wordsOf(form.elements.q.value);
    const sheet = form.elements.document.value;
    const wanted = facets.map(name => [name, form.elements[name].value]).filter(([, value]) => value);
    const isFiltered = words.length + wanted.length > 0 || sheet !== '';
    let shown = 0;
    let total = 0;
    const kept = new Set();
    for (const box of boxes) {
      let any = false;
      for (const row of box.rows) {
        if (words.length && row.text === null) row.text = row.element.textContent.toLowerCase();
        const fits = (!sheet || row.sheet === sheet)
          && wanted.every(([name, value]) => row[name].includes(value))
          && words.every(word => row.text.includes(word));
        show(row, fits);
        any = any || fits;
        shown += fits;
      }
      total += box.rows.length;
      show(box, any);
      for (let parent = box.element.parentElement; any && parent !== main && !kept.has(parent);) {
        kept.add(parent);
        parent = parent.parentElement;
      }
    }
    for (const part of all('.worksheet, .worksheet > *:not(h2)', main)) part.hidden = isFiltered && !kept.has(part);
    output.value = isFiltered ? count(shown, total) : '';
    form.classList.toggle('active', isFiltered);
  };

  // The address carries the filter, so that a filtered page can be sent.
  const remember = () => {
    const query = new URLSearchParams();
    for (const control of form.elements) if (control.name && control.value) query.set(control.name, control.value);
    const target = targetOf(location.hash);
    const hash = target && target.closest('[hidden]') ? '' : location.hash;
    try {
      history.replaceState(null, '', (String(query) ? '?' + query : location.pathname) + hash);
    } catch { /* some browsers refuse this for files */ }
  };

  const targetOf = hash => {
    try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
  };

  // A link to something that the filter hides clears the filter.
  const reveal = target => {
    for (let part = target; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
    if (!target || !target.closest('[hidden]')) return false;
    form.reset();
    apply();
    remember();
    return true;
  };

  let timer = 0;
  form.addEventListener('input', event => {
    clearTimeout(timer);
    timer = setTimeout(() => { apply(); remember(); }, event.target.name === 'q' ? 120 : 0);
  });
  form.addEventListener('reset', () => setTimeout(() => { apply(); remember(); }));
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', () => {
    const target = targetOf(location.hash);
    if (reveal(target)) target.scrollIntoView();
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
  main.addEventListener('click', event => {
    const th = event.target.closest('thead th');
    if (!th || !event.target.closest('button')) return;
    const body = th.closest('table').tBodies[0];
    if (!original.has(body)) original.set(body, [...body.rows]);
    const next = {ascending: 'descending', descending: null}[th.ariaSort || th.getAttribute('aria-sort')];
    const direction = next === undefined ? 'ascending' : next;
    for (const other of th.parentElement.cells) other.removeAttribute('aria-sort');
    let rows = original.get(body);
    if (direction) {
      th.setAttribute('aria-sort', direction);
      const sign = direction === 'ascending' ? 1 : -1;
      const keyed = rows.map(row => [row.cells[th.cellIndex].textContent.trim(), row]);
      // Empty cells last, whichever way.
      rows = keyed.sort(([a], [b]) => !a - !b || sign * collator.compare(a, b)).map(([, row]) => row);
    }
    const sorted = new DocumentFragment();
    sorted.append(...rows);
    body.append(sorted);
  });

  // What is lost? Names of the table's first column, with what the row says of them.
  for (const lookup of all('.lookup')) {
    const table = document.getElementById(lookup.dataset.table);
    const status = lookup.querySelector('[role=status]');
    if (!table || !table.tBodies) continue;
    const rows = [...table.tBodies[0].rows].map(row => [row.cells[0].textContent.toLowerCase(), row]);
    const list = make('ul', {});
    status.after(list);
    const search = lookup.querySelector('form');
    search.hidden = false;
    search.addEventListener('submit', event => event.preventDefault());
    search.addEventListener('input', event => {
      const words = wordsOf(event.target.value);
      const found = words.length ? rows.filter(([name]) => words.every(word => name.includes(word))) : [];
      status.textContent = !words.length ? '' : found.length ? count(found.length, rows.length) : lookup.dataset.none;
      list.replaceChildren(...found.slice(0, 6).map(([, row]) => make('li', {}, ...Array.from(row.cells, cell =>
        make('div', {}, ...cell.cloneNode(true).childNodes)))));
    });
  }

  // A button beside a command, once a pointer or the keyboard is there: a page has tens of thousands.
  if (navigator.clipboard) {
    const offer = codes => {
      for (const code of codes) {
        if (code.nextSibling?.className === 'copy' || !/^[A-Za-z]\S* .*[-/$]/s.test(code.textContent)) continue;
        const button = make('button', {type: 'button', className: 'copy', title: form.dataset.copy});
        button.setAttribute('aria-label', form.dataset.copy);
        code.after(button);
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
      button.classList.add('done');
      button.setAttribute('aria-label', form.dataset.copied);
      setTimeout(() => {
        button.classList.remove('done');
        button.setAttribute('aria-label', form.dataset.copy);
      }, 2000);
    });
  }

  // The contents: folded on small screens, and the section on the screen marked.
  if (nav) {
    const details = nav.querySelector('details');
    const wide = matchMedia('(min-width: 75rem)');
    const fold = () => { if (details) details.open = wide.matches; };
    fold();
    wide.addEventListener('change', fold);
    nav.addEventListener('click', event => { if (event.target.closest('a')) fold(); });
    const links = new Map(all('a', nav).map(link => [targetOf(link.getAttribute('href')), link]));
    const visible = new Set();
    if (window.IntersectionObserver) {
      const observer = new IntersectionObserver(entries => {
        for (const entry of entries) visible[entry.isIntersecting ? 'add' : 'delete'](entry.target);
        const current = [...links.keys()].filter(part => visible.has(part)).pop();
        for (const [part, link] of links) {
          if (part !== current) link.removeAttribute('aria-current');
          else if (!link.hasAttribute('aria-current')) {
            link.setAttribute('aria-current', 'true');
            if (wide.matches) nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
          }
        }
      }, {rootMargin: '-20% 0px -70% 0px'});
      for (const part of links.keys()) if (part) observer.observe(part);
    }
  }

  for (const sheet of all('.worksheet', main)) {
    form.elements.document.append(new Option(sheet.querySelector('h2').textContent, sheet.id));
  }
  index();
  sortable();
  form.hidden = false;
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (form.elements[name]) choose(form.elements[name], value);
  }
  apply();
  const target = targetOf(location.hash);
  if (target) {
    reveal(target);
    target.scrollIntoView();
  }
})();
