(function () {
  'use strict';
  var net = JSON.parse(document.getElementById('net').textContent);
  var raw = atob(net.weights);
  var bytes = new Uint8Array(raw.length);
  for (var i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  var view = new DataView(bytes.buffer);
  var w = new Float64Array(bytes.length / 4);
  for (i = 0; i < w.length; i++) w[i] = view.getFloat32(4 * i, true);

  // The share of a bell curve below z: a series near 0, a continued fraction further out.
  function below(z) {
    var x = Math.abs(z), t, sum, k;
    if (x < 3) {
      t = x; sum = x;
      for (k = 1; k < 120; k++) { t *= x * x / (2 * k + 1); sum += t; }
      sum = 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      return z < 0 ? 1 - sum : sum;
    }
    t = 0;
    for (k = 120; k > 0; k--) t = k / (x + t);
    sum = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) / (x + t);
    return z < 0 ? sum : 1 - sum;
  }
  function sigmoid(z) { return 1 / (1 + Math.exp(-z)); }
  function softplus(z) { return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))); }
  var bends = {
    'identity': function (z) { return z; },
    'sigmoid': sigmoid,
    'tanh': Math.tanh,
    'relu': function (z) { return Math.max(0, z); },
    'leaky-relu': function (z) { return z > 0 ? z : 0.01 * z; },
    'elu': function (z) { return z > 0 ? z : Math.expm1(z); },
    'selu': function (z) { return 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * Math.expm1(z)); },
    'softplus': softplus,
    'silu': function (z) { return z < -745 ? 0 : z * sigmoid(z); },
    'mish': function (z) { return z < -745 ? 0 : z * Math.tanh(softplus(z)); },
    'gelu': function (z) { return z < -40 ? 0 : z * below(z); }
  };

  function clip(v, low, high) { return Math.max(low, Math.min(high, v)); }

  // Cells as in the table: numbers, labels, or null where nothing is known; one for each code.
  function encode(cells) {
    var x = new Float64Array(net.inputs);
    net.codes.forEach(function (c, n) {
      var v = cells[n], there = v !== null && v !== undefined, at;
      if (!c) return;
      if (!there) {
        if (c.missing >= 0) x[c.missing] = 1;
      } else if (c.levels) {
        at = c.levels.indexOf(v);
        if (at >= 0) x[c.first + at] = 1;
        else if (c.other >= 0) x[c.other] = 1;
      } else if (c.marks) {
        for (at = 0; at + 1 < c.marks.length; at++) {
          x[c.first + at] = clip((v - c.marks[at]) / (c.marks[at + 1] - c.marks[at]), 0, 1);
        }
      } else {
        x[c.input] = clip((v - c.center) / c.scale, -1e4, 1e4);
      }
    });
    return x;
  }

  // The answers of the output layer.
  function outputs(x) {
    var at = 0;
    net.layers.forEach(function (layer) {
      var a = new Float64Array(layer.units), bias = at + layer.units * x.length, f = bends[layer.bend];
      for (var u = 0; u < layer.units; u++) {
        var z = w[bias + u];
        for (var k = 0; k < x.length; k++) z += w[at + u * x.length + k] * x[k];
        a[u] = f(z);
      }
      at = bias + layer.units;
      x = a;
    });
    if (net.link === 'SOFTMAX') {
      var top = Math.max.apply(null, x), sum = 0;
      x = x.map(function (z) { return Math.exp(z - top); });
      x.forEach(function (e) { sum += e; });
      x = x.map(function (e) { return e / sum; });
    }
    return x;
  }

  function predict(cells) {
    var a = outputs(encode(cells));
    if (net.focus < 0) return a[0] * net.target.scale + net.target.center;
    if (a.length === 1) return 100 * (net.focus === 0 ? 1 - a[0] : a[0]);
    return 100 * a[net.focus];
  }

  var start = net.codes.map(function (c) { return c ? c.cell : null; });
  var cells = start.slice();
  window.backpropNet = { predict: predict, start: start, net: net };

  function shown(v) { return String(Math.abs(v) >= 1e5 ? Math.round(v) : +v.toPrecision(4)); }

  var box = document.getElementById('try');
  var big = document.createElement('output');
  big.className = 'big';
  big.id = 'answer';
  big.setAttribute('aria-live', 'polite');
  box.appendChild(big);
  function show() {
    var label = net.focus < 0 ? '' : net.target.label + ': ';
    big.textContent = label + shown(predict(cells)) + ' ' + net.unit;
  }
  var resets = [];
  net.sliders.forEach(function (n) {
    var c = net.codes[n];
    var label = document.createElement('label'), name = document.createElement('span');
    var input, value = document.createElement('output');
    name.textContent = c.name;
    if (c.levels) {
      input = document.createElement('select');
      var levels = c.levels.slice();
      if (c.cell !== null && levels.indexOf(c.cell) < 0) levels.unshift(c.cell);
      levels.forEach(function (level) {
        var o = document.createElement('option');
        o.textContent = o.value = level;
        input.appendChild(o);
      });
      var none = document.createElement('option');
      none.textContent = '(missing)';
      none.value = '\u0000';
      input.appendChild(none);
    } else {
      input = document.createElement('input');
      input.type = 'range';
      input.min = c.low;
      input.max = c.high;
      input.step = c.high - c.low > 0 && c.step < c.high - c.low && c.cell === Math.round(c.cell) ? Math.min(c.step, 1) : 'any';
    }
    input.setAttribute('aria-label', c.name);
    input.dataset.column = c.name;
    function put(v) {
      cells[n] = v;
      if (c.levels) input.value = v === null ? '\u0000' : v;
      else if (v !== null) input.value = v;
      value.textContent = c.levels ? '' : v === null ? '(missing)' : shown(v);
    }
    input.addEventListener('input', function () {
      var v = c.levels ? (input.value === '\u0000' ? null : input.value) : Number(input.value);
      cells[n] = v;
      value.textContent = c.levels ? '' : shown(v);
      show();
    });
    put(start[n]);
    resets.push(function () { put(start[n]); });
    label.appendChild(name);
    label.appendChild(input);
    label.appendChild(value);
    box.appendChild(label);
  });
  var back = document.createElement('button');
  back.type = 'button';
  back.textContent = '\u21ba';
  back.setAttribute('aria-label', 'back to the row as it is');
  back.addEventListener('click', function () {
    resets.forEach(function (r) { r(); });
    show();
  });
  box.appendChild(back);
  box.hidden = false;
  show();
})();
