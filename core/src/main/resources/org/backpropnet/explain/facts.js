(function () {
  'use strict';
  // What a number is and how it is computed: beside it when it is clicked or tapped, and all of them in a list.
  var facts = {}, list = JSON.parse(document.getElementById('facts').textContent);
  list.forEach(function (fact) { facts[fact.id] = fact; });

  function digits(fact) {
    var v = fact.value;
    if (!Array.isArray(v)) return v + (fact.unit ? ' ' + fact.unit : '');
    return v.length < 5 ? v.join(', ') : v[0] + ', ' + v[1] + ', \u2026, ' + v[v.length - 1] + ' (' + v.length + ')';
  }

  var bubble = document.createElement('div');
  bubble.id = 'how';
  bubble.setAttribute('role', 'status');
  document.body.appendChild(bubble);
  var chosen = null;
  function choose(mark) {
    if (chosen) chosen.classList.remove('chosen');
    chosen = mark;
    bubble.textContent = '';
    if (!mark) return;
    mark.classList.add('chosen');
    var fact = facts[mark.dataset.fact];
    if (fact) bubble.textContent = digits(fact) + ' \u2013 ' + fact.how;
  }
  document.addEventListener('click', function (event) {
    var mark = event.target.closest ? event.target.closest('b[data-fact]') : null;
    choose(mark === chosen ? null : mark);
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') choose(null);
  });

  var all = document.getElementById('all');
  if (!all) return;
  all.hidden = false;
  all.addEventListener('toggle', function () {
    if (!all.open || all.querySelector('table')) return;
    var scroll = document.createElement('div'), table = document.createElement('table');
    scroll.className = 'scroll';
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'group');
    scroll.setAttribute('aria-label', all.firstChild.textContent);
    function line(cells, kind) {
      var row = table.insertRow();
      cells.forEach(function (text) {
        var cell = document.createElement(kind);
        if (kind === 'th') cell.scope = 'col';
        cell.textContent = text;
        row.appendChild(cell);
      });
    }
    line(all.dataset.head.split('|'), 'th');
    list.forEach(function (fact) { line([fact.id, digits(fact), fact.how], 'td'); });
    scroll.appendChild(table);
    all.appendChild(scroll);
  });
})();
