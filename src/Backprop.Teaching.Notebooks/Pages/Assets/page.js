// The script of a page: formulas, figures, the presenter view. Without it everything is there to read.
(() => {
  'use strict';
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // a library waits in the page as text, or beside it as a file, until something needs it
  const libraries = {};
  const library = name => libraries[name] ??= new Promise((resolve, reject) => {
    const held = document.getElementById('library-' + name);
    if (!held) { reject(new Error(name + ' is not in this page')); return; }
    const script = document.createElement('script');
    script.addEventListener('error', () => reject(new Error(held.dataset.src + ' is not there')));
    script.addEventListener('load', resolve);
    if (held.dataset.src) script.src = held.dataset.src;
    else script.textContent = held.textContent;
    document.head.append(script);
    if (!held.dataset.src) resolve();
  });

  // a prime is raised already: as a superscript it is lost where no font for mathematics is installed
  const lowerPrime = power => {
    const [base, prime] = power.children;
    if (!/^[′″‴]+$/.test(prime.textContent)) return;
    const row = document.createElementNS(power.namespaceURI, 'mrow'), mark = document.createElementNS(power.namespaceURI, 'mo');
    mark.textContent = prime.textContent;
    mark.setAttribute('lspace', '0');
    mark.setAttribute('rspace', '0');
    row.append(base, mark);
    power.replaceWith(row);
  };

  // a formula that would link or load something stays as its source
  const trust = ({ command }) => { throw new Error(command + ' is not followed'); };

  // --- formulas: LaTeX becomes MathML; what KaTeX does not know stays as its source
  const drawFormulas = async () => {
    const formulas = all('.math');
    if (formulas.length === 0 || !document.getElementById('library-katex')) return;
    try { await library('katex'); } catch { return; }
    for (const formula of formulas) {
      const source = formula.textContent.trim();
      const displayMode = source.startsWith('$$');
      try {
        formula.innerHTML = katex.renderToString(source.replace(/^\$+|\$+$/g, ''), { displayMode, output: 'mathml', throwOnError: true, strict: false, trust });
        all('msup', formula).forEach(lowerPrime);
        formula.classList.add('drawn');
      } catch (error) {
        formula.title = error.message;
      }
    }
    keepInside();
  };

  // a formula in a line that is wider than the page gets a line of its own, in which it scrolls
  const keepInside = () => {
    for (const formula of all('span.math')) {
      formula.classList.remove('wide');
      const room = formula.closest('p, li, td, th, h1, h2, h3, h4, a, div');
      // math may end at its line's end and let what is in it run on
      const drawn = formula.querySelector('semantics') ?? formula;
      formula.classList.toggle('wide', drawn.getBoundingClientRect().right > room.getBoundingClientRect().right + 1);
    }
  };

  // --- figures: the still drawing stays until plotly.js has drawn, and comes back if it cannot
  const plots = new Map();
  const isLarge = () => root.classList.contains('presenting');

  // as wide as there is room, but never with type too small to read
  const scaleOf = (figure, layout) => {
    const room = figure.clientWidth - 28;
    return isLarge() ? Math.max(1, Math.min(room / layout.width, innerHeight * .76 / layout.height)) : Math.min(1, Math.max(.8, room / layout.width));
  };

  const scaled = ({ data, layout }, k, color) => {
    const copy = structuredClone({ data, layout });
    Object.assign(copy.layout, { width: layout.width * k, height: layout.height * k, autosize: false, dragmode: matchMedia('(pointer: coarse)').matches ? false : 'zoom' });
    copy.layout.font = { ...layout.font, color, size: (layout.font?.size ?? 12) * k };
    if (layout.title?.font) copy.layout.title.font.size = layout.title.font.size * k;
    for (const side of Object.keys(layout.margin ?? {})) copy.layout.margin[side] = layout.margin[side] * k;
    for (const trace of copy.data) {
      // what is grey for every ground is in the colour of this one
      if (trace.type === 'contour' && trace.line?.color === layout.font?.color) trace.contours.labelfont = { color, size: 11 * k };
      if (trace.marker?.size) trace.marker.size *= k;
      if (trace.line?.width) trace.line.width *= k;
    }
    return copy;
  };

  const paint = async figure => {
    const { plot, description } = plots.get(figure);
    const { data, layout } = scaled(description, scaleOf(figure, description.layout), getComputedStyle(figure).color);
    await Plotly.react(plot, data, layout, { displayModeBar: false, showTips: false });
  };

  const draw = async figure => {
    const still = figure.querySelector('.still');
    const plot = document.createElement('div');
    try {
      const description = JSON.parse(figure.querySelector('script').textContent);
      description.layout.width ??= 700;
      description.layout.height ??= 450;
      await library('plotly');
      plot.className = 'plot';
      plot.tabIndex = 0;
      plot.setAttribute('role', 'img');
      plot.setAttribute('aria-label', description.layout.meta?.alt ?? still.textContent.trim());
      figure.append(plot);
      plots.set(figure, { plot, description });
      await paint(figure);
      still.classList.add('unseen');
      readPoints(plot, description);
    } catch (error) {
      plots.delete(figure);
      plot.remove();
      still.classList.remove('unseen');
      console.warn('a figure stays still: ' + error.message);
    }
  };

  // a drawn figure has the focus: left and right go from point to point, up and down from line to line
  const readPoints = (plot, { data }) => {
    const said = document.createElement('div');
    said.className = 'said';
    said.setAttribute('aria-live', 'polite');
    plot.after(said);
    const readable = data.map((trace, curve) => ({ trace, curve })).filter(({ trace }) => Array.isArray(trace.y) && (trace.type === 'scatter' || trace.type === 'bar'));
    let curve = 0, point = -1;
    plot.addEventListener('keydown', event => {
      const move = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
      if (isLarge() || !move || readable.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      curve = (curve + move[0] + readable.length) % readable.length;
      const { trace, curve: curveNumber } = readable[curve];
      point = Math.max(0, Math.min(trace.y.length - 1, point + move[1]));
      said.textContent = `${trace.name || 'point ' + point}: ${trace.x?.[point] ?? point}, ${trace.y[point]}`;
      Plotly.Fx.hover(plot, [{ curveNumber, pointNumber: point }], [trace.yaxis === undefined || trace.yaxis === 'y' ? 'xy' : trace.xaxis + trace.yaxis]);
    });
  };

  const watchFigures = () => {
    if (!document.getElementById('library-plotly')) return;
    const watcher = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        draw(target);
      }
    }, { rootMargin: '400px' });
    all('.figure').forEach(figure => watcher.observe(figure));
  };

  const repaint = () => [...plots.keys()].filter(figure => figure.offsetParent !== null).forEach(paint);

  // --- what scrolls in its own box is reached with the keyboard
  const focusScrollers = () => {
    for (const box of all('main *')) {
      const scrolls = box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX);
      if (scrolls && !box.hasAttribute('tabindex')) {
        box.tabIndex = 0;
        box.dataset.scrolls = '';
        if (!box.hasAttribute('role') && box.localName !== 'pre') { box.setAttribute('role', 'group'); box.setAttribute('aria-label', 'scrolls sideways'); }
      }
    }
  };

  // --- light and dark
  const isDark = () => root.style.colorScheme ? root.style.colorScheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const switchTheme = () => {
    root.style.colorScheme = isDark() ? 'light' : 'dark';
    repaint();
  };

  // --- the presenter view: one slide at a time, its parts uncovered one after the other
  const stage = document.querySelector('.stage');
  let slides = [], at = 0;

  // a part of a slide: what it is, and how many times it is uncovered further
  const partOf = element => {
    const lines = all('.backprop-line', element);
    const choices = all('input[type=radio]', element);
    const fold = element.closest('details.fold');
    const isFirstInFold = fold && fold.querySelector('.step') === element;
    const count = Math.max(1, lines.length, choices.length);
    return {
      count,
      // what is folded is offered once all before it is there
      offer(isOffered) { if (isFirstInFold) fold.classList.toggle('unseen', !isOffered); },
      uncover(n) {
        element.classList.toggle('unseen', n === 0);
        if (isFirstInFold) fold.open = n > 0;
        lines.forEach((line, i) => line.classList.toggle('unseen', i >= n));
        if (choices.length > 0) choices[Math.min(Math.max(n, 1), choices.length) - 1].checked = true;
      },
      newest: n => lines[n - 1] ?? element,
      restore() {
        element.classList.remove('unseen');
        fold?.classList.remove('unseen');
        lines.forEach(line => line.classList.remove('unseen'));
        if (choices.length > 0) choices.at(-1).checked = true;
      },
    };
  };

  const prepare = () => {
    let first = 0;
    slides = all('.slide').map(element => {
      const parts = all('.step', element).map(partOf);
      const count = parts.reduce((sum, part) => sum + part.count, 0);
      return { element, parts, count, first };
    }).filter(slide => slide.count > 0);
    for (const slide of slides) { slide.first = first; first += slide.count; }
  };

  const last = () => slides.at(-1).first + slides.at(-1).count - 1;

  const show = to => {
    at = Math.min(last(), Math.max(0, to));
    const current = slides.findLast(slide => slide.first <= at);
    const isNew = current.element.classList.contains('unseen') || at === current.first;
    for (const slide of slides) slide.element.classList.toggle('unseen', slide !== current);
    let left = at - current.first + 1, newest = current.element;
    for (const part of current.parts) {
      part.offer(left >= 0);
      const n = Math.min(part.count, Math.max(0, left));
      part.uncover(n);
      if (n > 0) newest = part.newest(n);
      left -= part.count;
    }
    stage.querySelector('.where').textContent = `${slides.indexOf(current) + 1} of ${slides.length}` + (current.count > 1 ? `, step ${at - current.first + 1} of ${current.count}` : '');
    stage.querySelector('progress').max = last() + 1;
    stage.querySelector('progress').value = at + 1;
    repaint();
    if (isNew) scrollTo(0, 0);
    if (newest !== current.element) newest.scrollIntoView({ block: 'nearest' });
    focusScrollers();
    remember('?present#' + (at + 1));
  };

  // so that a reload comes back to the same step; not every browser allows it for a file
  const remember = address => { try { history.replaceState(null, '', address); } catch { /* then not */ } };

  const present = to => {
    if (isLarge()) return;
    const top = slides.findLastIndex(slide => slide.element.getBoundingClientRect().top < innerHeight / 3);
    root.classList.add('presenting');
    document.activeElement?.blur();
    show(to ?? slides[Math.max(0, top)]?.first ?? 0);
  };

  const leave = () => {
    const current = slides.findLast(slide => slide.first <= at);
    root.classList.remove('presenting');
    for (const slide of slides) { slide.element.classList.remove('unseen'); slide.parts.forEach(part => part.restore()); }
    remember(location.pathname);
    repaint();
    current.element.scrollIntoView();
  };

  const keys = {
    ArrowRight: () => show(at + 1), PageDown: () => show(at + 1), ' ': () => show(at + 1), Enter: () => show(at + 1),
    ArrowLeft: () => show(at - 1), PageUp: () => show(at - 1), Backspace: () => show(at - 1),
    Home: () => show(0), End: () => show(last()), Escape: leave, p: leave,
  };

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches?.('textarea, select, input:not([type=radio])')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    let act = isLarge() ? keys[key] : key === 'p' && slides.length > 0 ? () => present() : undefined;
    if (key === 'd') act = switchTheme;
    // a control that has the focus keeps its own keys
    if (!act || ((key === ' ' || key === 'Enter') && event.target.closest?.('button, summary, a'))) return;
    if (key === ' ' && event.shiftKey) act = keys.ArrowLeft;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }, true);

  addEventListener('click', event => {
    if (!isLarge() || !event.target.closest('.backprop-reveal') || event.target.closest('details, a')) return;
    event.stopImmediatePropagation();
    show(at + 1);
  }, true);

  const start = () => {
    all('[data-does]').forEach(button => button.addEventListener('click', { present: () => present(), theme: switchTheme, back: keys.ArrowLeft, next: keys.ArrowRight, leave }[button.dataset.does]));
    document.querySelector('.tools')?.classList.remove('unseen');
    if (matchMedia('(max-width: 40rem)').matches) document.querySelector('.contents > details')?.removeAttribute('open');
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
    let resized;
    addEventListener('resize', () => { clearTimeout(resized); resized = setTimeout(() => { keepInside(); repaint(); focusScrollers(); }, 150); });
    if (stage) prepare();
    watchFigures();
    drawFormulas().then(() => {
      focusScrollers();
      if (slides.length > 0 && new URLSearchParams(location.search).has('present')) {
        const asked = Number(location.hash.slice(1));
        present(Number.isInteger(asked) && asked > 0 ? asked - 1 : 0);
      }
      root.dataset.ready = '';
    });
  };
  start();
})();
