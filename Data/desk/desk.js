// Keys, and words that light up beside their cards. Everything works without this file; it only makes it quicker.
'use strict';
(() => {
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const isTyping = (element) => element && (element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName));
  const cards = () => all('.card');
  let at = -1;
  let before = '';

  // Lights the words of one record, and no others.
  const light = (record) => {
    for (const mark of all('.mark.lit')) mark.classList.remove('lit');
    if (!record) return;
    for (const mark of all('.mark')) {
      if (mark.dataset.records.split(' ').includes(record)) mark.classList.add('lit');
    }
  };

  const goTo = (number) => {
    const list = cards();
    if (!list.length) return;
    at = Math.max(0, Math.min(number, list.length - 1));
    for (const card of list) card.classList.toggle('at', card === list[at]);
    list[at].focus({ preventScroll: true });
    list[at].scrollIntoView({ block: 'nearest' });
    light(list[at].dataset.record);
    const word = document.querySelector('.mark.lit');
    if (word) word.scrollIntoView({ block: 'center' });
  };

  const current = () => cards()[at < 0 ? 0 : at];

  // Presses the button or link that shows a key: on the card that is looked at first, else on the page.
  const press = (key) => {
    const where = [current(), document].filter(Boolean);
    for (const place of where) {
      const found = place.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (found) { found.click(); return true; }
    }
    return false;
  };

  const nextMark = (step) => {
    const marks = all('.mark');
    const now = marks.findIndex((mark) => mark.classList.contains('lit'));
    const mark = marks[(now + step + marks.length) % marks.length];
    if (!mark) return;
    light(mark.dataset.records.split(' ')[0]);
    mark.scrollIntoView({ block: 'center' });
  };

  const search = () => { const field = document.getElementById('q'); if (field) { field.focus(); field.select(); } };

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); search(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(document.activeElement)) { if (event.key === 'Escape') document.activeElement.blur(); return; }
    const chord = before === 'g' ? 'g ' + event.key : event.key;
    before = event.key === 'g' && before !== 'g' ? 'g' : '';
    if (before === 'g') return;
    if (chord === 'j') goTo(at + 1);
    else if (chord === 'k') goTo(at < 0 ? 0 : at - 1);
    else if (chord === '[') nextMark(-1);
    else if (chord === ']') nextMark(1);
    else if (chord === '/') search();
    else if (chord === 'r' || chord === 'd' || chord === 'n') {
      // What needs a reason asks for it: the key goes to the field, and Enter sends this verdict.
      const form = (current() || document).querySelector('.decide');
      if (!form) return;
      const reason = form.querySelector('[name=reason]');
      const button = form.querySelector(`[data-key="${chord}"]`);
      if (!reason || !button) return;
      reason.focus();
      reason.onkeydown = (key) => { if (key.key === 'Enter') { key.preventDefault(); button.click(); } };
    } else if (!press(chord)) return;
    event.preventDefault();
  });

  document.addEventListener('click', (event) => {
    const mark = event.target.closest('.text .mark');
    if (mark) {
      const record = mark.dataset.records.split(' ').find((id) => document.getElementById('r-' + id));
      const card = record && document.getElementById('r-' + record);
      if (card) goTo(cards().indexOf(card));
    }
  });
  document.addEventListener('focusin', (event) => {
    const card = event.target.closest && event.target.closest('.card');
    if (card) { at = cards().indexOf(card); light(card.dataset.record); }
  });
  const wanted = location.hash.startsWith('#r-') && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (wanted) goTo(cards().indexOf(wanted));
})();
