// Keys, words that light up beside their cards, words that are picked. Everything works without this file; it only makes it quicker.
'use strict';
(() => {
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const one = (what, where = document) => where.querySelector(what);
  const isTyping = (element) => element && (element.isContentEditable || (/^(input|textarea|select)$/i.test(element.tagName) && !/^(checkbox|radio|submit|button|range)$/.test(element.type)));
  const items = () => all('.card:not(.picking), .entry').filter((item) => item.offsetParent !== null);
  let at = -1;
  let before = '';

  // The keys that this person chose: each is taken for the one it stands in for.
  const usual = { next: 'j', back: 'k', source: 'o', accept: 'a', edit: 'e', reject: 'r', skip: 's', dispute: 'd', note: 'n', same: 'm', undo: 'u', copies: 'x' };
  const chosen = {};
  for (const pair of (document.body.dataset.keys || '').split(' ')) {
    const cut = pair.indexOf('=');
    const key = usual[pair.slice(0, cut)];
    if (cut > 0 && key) chosen[pair.slice(cut + 1)] = key;
  }
  const moved = new Set(Object.entries(chosen).filter(([typed, key]) => typed !== key).map(([, key]) => key));
  const meant = (typed) => chosen[typed] || (moved.has(typed) ? '' : typed);
  for (const hint of all('[data-key] > kbd')) {
    const own = Object.keys(chosen).find((typed) => chosen[typed] === hint.textContent);
    if (own) hint.textContent = own;
  }

  // Lights the words of one record, and no others.
  const light = (record) => {
    for (const mark of all('.mark.lit')) mark.classList.remove('lit');
    if (!record) return;
    for (const mark of all('.mark')) {
      if (mark.dataset.records.split(' ').includes(record)) mark.classList.add('lit');
    }
  };

  const goTo = (number) => {
    const list = items();
    if (!list.length) return;
    at = Math.max(0, Math.min(number, list.length - 1));
    for (const item of list) item.classList.toggle('at', item === list[at]);
    const item = list[at];
    (item.matches('.entry') ? one('h3 a', item) : item).focus({ preventScroll: true });
    item.scrollIntoView({ block: 'nearest' });
    if (item.matches('.card')) {
      light(item.dataset.record);
      const word = one('.mark.lit');
      if (word) word.scrollIntoView({ block: 'center' });
    }
  };

  const current = () => items()[at < 0 ? 0 : at];

  // Presses the button or link that shows a key: on the item that is looked at first, else on the page.
  const press = (key) => {
    for (const place of [current(), document].filter(Boolean)) {
      const found = all(`[data-key="${CSS.escape(key)}"]`, place).find((element) => !element.closest('.picking') || element.closest('details[open]'));
      if (!found) continue;
      if (found.tagName === 'SUMMARY') {
        found.parentElement.open = true;
        const field = one('input:not([type=hidden]), select', found.parentElement);
        if (field) field.focus();
      } else found.click();
      return true;
    }
    return false;
  };

  // What needs a reason asks for it: a digit gives one of the usual reasons, Enter sends this verdict.
  const asks = (key) => {
    const form = [current(), document].filter(Boolean).map((place) => all('.decide', place).find((found) => one(`[data-key="${key}"]`, found))).find(Boolean);
    if (!form) return false;
    const field = one('[name=reason]', form);
    const button = one(`[data-key="${key}"]`, form);
    if (!field) return false;
    const reasons = all('#reasons option').map((option) => option.value);
    field.placeholder = reasons.length && key === 'r' ? reasons.map((reason, index) => `${index + 1} ${reason}`).join(' · ') : 'why, then Enter';
    field.focus();
    field.onkeydown = (event) => {
      if (key === 'r' && field.value === '' && /^[1-9]$/.test(event.key) && reasons[event.key - 1]) {
        event.preventDefault();
        field.value = reasons[event.key - 1];
        button.click();
      } else if (event.key === 'Enter') { event.preventDefault(); button.click(); }
    };
    return true;
  };

  const nextMark = (step) => {
    const marks = all('.text .mark');
    const now = marks.findIndex((mark) => mark.classList.contains('lit'));
    const mark = marks[(now + step + marks.length) % marks.length];
    if (!mark) return;
    light(mark.dataset.records.split(' ')[0]);
    mark.scrollIntoView({ block: 'center' });
  };

  const search = () => { const field = one('#q'); if (field) { field.focus(); field.select(); } };

  const help = () => {
    const rows = [['j k', 'next, back'], ['Enter', 'open'], ['a', 'accept, or same, and go on'], ['e', 'edit'], ['r', 'reject, or not the same: 1–9 or words say why'], ['d n', 'dispute, note; with picked words a note on them'], ['s u', 'skip, undo'], ['m', 'same as another happening'], ['[ ]', 'marks in the text'], ['h l w b', 'pick words, Shift widens'], ['c v f t p', 'claim, event, figure, time, place of the picked words'], ['o', 'open the page itself'], ['x', 'copies in or out'], [', .', 'as it stood before, after'], ['g s, g r, g c', 'stories, review, changes'], ['/ or Ctrl K', 'search']];
    let dialog = one('dialog.keys');
    if (!dialog) {
      dialog = document.createElement('dialog');
      dialog.className = 'keys';
      dialog.setAttribute('aria-label', 'Keys');
      const table = document.createElement('table');
      for (const [keys, does] of rows) {
        const row = table.insertRow();
        const key = document.createElement('kbd');
        key.textContent = keys;
        row.insertCell().append(key);
        row.insertCell().append(does);
      }
      dialog.append(table);
      document.body.append(dialog);
    }
    if (dialog.open) dialog.close(); else dialog.showModal();
  };

  // Picking words: the selection of the browser, moved by words; its place in code points goes into the form.
  const text = one('.beside > .text');
  const flat = () => {
    const nodes = [];
    let length = 0;
    for (const block of all('p', text)) {
      const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) { nodes.push({ node: walk.currentNode, start: length, block }); length += walk.currentNode.data.length; }
      length += 1;
    }
    return { nodes, words: [...nodes.map(({ node, start, block }, index) => (index && nodes[index - 1].block !== block ? '\n' : '') + node.data).join('').matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’\-.]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu)].map((found) => ({ start: found.index, end: found.index + found[0].length })) };
  };
  let picked = null;
  const point = (nodes, offset, isEnd) => {
    const found = nodes.find(({ node, start }) => (isEnd ? offset > start && offset <= start + node.data.length : offset >= start && offset < start + node.data.length));
    return found && { node: found.node, offset: offset - found.start };
  };
  const place = () => {
    const selection = getSelection();
    if (!text || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
    const words = selection.toString().trim();
    if (!words) return;
    const chars = selectionStart();
    for (const form of all('.picking')) {
      one('[name=words]', form).value = words;
      one('[name=at]', form).value = chars ? `${chars.start}-${chars.end}` : '';
    }
  };
  // Code points before the selection: paragraphs know where they begin.
  const selectionStart = () => {
    const range = getSelection().getRangeAt(0);
    const count = (node, offset) => {
      const block = (node.nodeType === 1 ? node : node.parentElement).closest('p[data-from]');
      if (!block) return null;
      const till = document.createRange();
      till.setStart(block, 0);
      till.setEnd(node, offset);
      return Number(block.dataset.from) + [...till.toString()].length;
    };
    const start = count(range.startContainer, range.startOffset);
    const end = count(range.endContainer, range.endOffset);
    return start === null || end === null || end <= start ? null : { start, end };
  };
  const pick = (key) => {
    if (!text) return false;
    const { nodes, words } = flat();
    if (!words.length) return false;
    const lower = key.toLowerCase();
    const step = lower === 'l' || lower === 'w' ? 1 : -1;
    const by = lower === 'w' || lower === 'b' ? 5 : 1;
    const widens = key !== lower;
    if (!picked) picked = { from: 0, to: 0 };
    else if (widens) picked = step > 0 ? { from: picked.from, to: Math.min(words.length - 1, picked.to + by) } : { from: Math.max(0, picked.from - by), to: picked.to };
    else { const next = Math.max(0, Math.min(words.length - 1, (step > 0 ? picked.to : picked.from) + step * by)); picked = { from: next, to: next }; }
    const start = point(nodes, words[picked.from].start, false);
    const end = point(nodes, words[picked.to].end, true);
    if (!start || !end) return false;
    getSelection().setBaseAndExtent(start.node, start.offset, end.node, end.offset);
    start.node.parentElement.scrollIntoView({ block: 'center' });
    place();
    return true;
  };
  const add = (key) => {
    const form = one('#add');
    if (!form || !one('[name=words]', form) || !one('[name=words]', form).value) return false;
    form.open = true;
    const button = one(`[data-key="${key}"]`, form);
    // What needs a number or a date asks for it first.
    const need = { f: 'value', t: 'date' }[key];
    const field = need && one(`[name=${need}]`, form);
    if (field && !field.value) { field.focus(); field.onkeydown = (event) => { if (event.key === 'Enter') { event.preventDefault(); button.click(); } }; } else button.click();
    return true;
  };
  // A note on the picked words: Enter keeps it, Shift with Enter begins a line. Without picked words it is one on a record.
  const note = () => {
    const form = one('#annotate');
    if (!form || !text || getSelection().isCollapsed || !text.contains(getSelection().anchorNode)) return false;
    place();
    form.open = true;
    const field = one('[name=reason]', form);
    field.focus();
    field.onkeydown = (event) => { if (event.key === 'Enter' && !event.shiftKey && field.value.trim()) { event.preventDefault(); one('button', form).click(); } };
    return true;
  };
  if (text) document.addEventListener('mouseup', place);
  // Who writes other words than were picked means those.
  for (const field of all('.picking [name=words]')) field.addEventListener('input', () => { one('[name=at]', field.closest('form')).value = ''; });

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); search(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(document.activeElement)) { if (event.key === 'Escape') document.activeElement.blur(); return; }
    const key = event.key.length === 1 ? meant(event.key) : event.key;
    const chord = before === 'g' ? 'g ' + event.key : key;
    before = event.key === 'g' && before !== 'g' ? 'g' : '';
    if (before === 'g') return;
    let done = true;
    if ((chord === 'j' || chord === 'k') && one('.review')) done = press(chord === 'j' ? 's' : 'k');
    else if (chord === 'j') goTo(at + 1);
    else if (chord === 'k') goTo(at < 0 ? 0 : at - 1);
    else if (chord === '[') nextMark(-1);
    else if (chord === ']') nextMark(1);
    else if (chord === '/') search();
    else if (chord === '?') help();
    else if (chord === 'x') for (const fold of all('[data-copies]')) fold.open = !fold.open;
    else if (/^[hlwb]$/i.test(chord) && text) done = pick(chord);
    else if (/^[cvftp]$/.test(chord) && text) done = add(chord);
    else if (chord === 'n' && note()) done = true;
    else if (chord === 'r' || chord === 'd' || chord === 'n') done = asks(chord);
    else done = chord.length === 1 || chord.startsWith('g ') ? press(chord) : false;
    if (done) event.preventDefault();
  });

  document.addEventListener('click', (event) => {
    const mark = event.target.closest('.text .mark');
    if (mark && getSelection().isCollapsed) {
      const record = mark.dataset.records.split(' ').find((id) => document.getElementById('r-' + id));
      const card = record && document.getElementById('r-' + record);
      if (card) goTo(items().indexOf(card));
    }
  });
  document.addEventListener('focusin', (event) => {
    const card = event.target.closest && event.target.closest('.card');
    if (card) { at = items().indexOf(card); light(card.dataset.record); }
  });

  // Files that are dropped on a page with a field for files go into it.
  const files = one('input[type=file]');
  if (files) {
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) { files.files = event.dataTransfer.files; files.form.requestSubmit(); }
    });
  }

  // What is looked at on the map is lit on the timeline, and the other way round.
  const both = (event, isOn) => {
    const one = event.target.closest && event.target.closest('[data-incident]');
    if (one) for (const other of all(`[data-incident="${CSS.escape(one.dataset.incident)}"]`)) other.classList.toggle('lit', isOn);
  };
  for (const [name, isOn] of [['pointerover', true], ['pointerout', false], ['focusin', true], ['focusout', false]]) document.addEventListener(name, (event) => both(event, isOn));

  // A map or a timeline is looked at closer with the wheel or + and -, and moved with the mouse or the arrows.
  for (const map of all('svg.map, svg.strip')) {
    const box = map.viewBox.baseVal;
    const whole = { x: box.x, y: box.y, width: box.width, height: box.height };
    const zoom = (factor, x = box.x + box.width / 2, y = box.y + box.height / 2) => {
      const width = Math.min(whole.width, Math.max(whole.width / 32, box.width * factor));
      const share = width / box.width;
      box.x = x - (x - box.x) * share;
      box.y = y - (y - box.y) * share;
      box.width = width;
      box.height *= share;
    };
    map.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && document.activeElement !== map) return;
      event.preventDefault();
      const area = map.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, box.x + (event.clientX - area.x) / area.width * box.width, box.y + (event.clientY - area.y) / area.height * box.height);
    }, { passive: false });
    map.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (step) { box.x += step[0] * box.width / 10; box.y += step[1] * box.height / 10; } else if (event.key === '+') zoom(0.8); else if (event.key === '-') zoom(1.25); else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  // Where the past is chosen in steps, a slider does so too: it says where it stands, and goes there when it is let go or with Enter.
  for (const form of all('form.stood')) {
    const steps = one('select', form);
    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', min: 0, max: steps.options.length - 1, step: 1, value: steps.selectedIndex });
    slider.setAttribute('aria-label', 'as it stood');
    const say = () => slider.setAttribute('aria-valuetext', steps.options[slider.value].textContent);
    const go = () => { if (steps.selectedIndex !== start) form.requestSubmit(); };
    const start = steps.selectedIndex;
    say();
    slider.addEventListener('input', () => { steps.selectedIndex = slider.value; say(); });
    steps.addEventListener('input', () => { slider.value = steps.selectedIndex; say(); });
    slider.addEventListener('pointerup', () => setTimeout(go));
    slider.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); go(); } });
    steps.closest('label').before(slider);
    // After the browser has gone to the place on the page, which takes the focus away.
    if (location.hash === '#stood') addEventListener('load', () => slider.focus());
  }

  const wanted = location.hash.startsWith('#r-') && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (wanted) goTo(items().indexOf(wanted));
})();
