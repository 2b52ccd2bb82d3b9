// A page in headless Chromium, from file:// and offline: what it asks for and says, the keyboard, the presenter view, axe-core,
// figures drawn by plotly.js and without script. Prints "ok …" per check; ends with 0 if all hold.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, file, figuresText, formulasStay] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const expect = (condition, what, found) => {
  if (!condition) throw new Error(`${what}: ${JSON.stringify(found)?.slice(0, 3000)}`);
  console.log('ok ' + what);
};

const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
async function open(query = '', options = {}) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.asked = [];
  page.said = [];
  page.on('request', request => page.asked.push(request.url()));
  page.on('console', message => page.said.push(message.text()));
  page.on('pageerror', error => page.said.push(error.message));
  page.on('dialog', dialog => { page.said.push('a dialog: ' + dialog.message()); dialog.dismiss(); });
  await page.goto(address + query);
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-ready]', { timeout: 30_000 });
  return page;
}

// every figure comes near once, and has time to be drawn
async function scrollThrough(page) {
  for (let figure = 0, count = await page.locator('.figure').count(); figure < count; figure++) {
    await page.locator('.figure').nth(figure).scrollIntoViewIfNeeded();
    await page.waitForFunction(n => document.querySelectorAll('.figure')[n].querySelector('.plot .main-svg'), figure, { timeout: 30_000 });
  }
}

async function seriousFindings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 4).map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary.slice(0, 200)) }));
}

// axe takes seconds: it is asked once for the check and for its message
const nothingSerious = (findings, what) => expect(findings.length === 0, what, findings);
const quiet = page => expect(page.said.length === 0, 'nothing on the console', page.said);
const inside = page => expect(page.asked.every(url => /^(file|data|blob):/.test(url)), 'no request leaves', page.asked.filter(url => !/^(data|blob):/.test(url)));

const checks = {
  async 'as it is read'() {
    const page = await open();
    await scrollThrough(page);
    const figures = await page.locator('.figure').count();
    expect(figures >= Number(figuresText), 'the figures are there', figures);
    expect(await page.locator('.figure .plot[role=img][aria-label]').count() === figures, 'each is drawn by plotly.js and has its alt text', figures);
    expect(await page.locator('.figure .still:visible').count() === 0, 'in place of the still ones', figures);
    expect(formulasStay || await page.locator('.math:not(.drawn)').count() === 0, 'each formula is MathML', await page.locator('.math:not(.drawn)').allTextContents());
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
    nothingSerious(await seriousFindings(page), 'axe finds nothing serious in light');
    await page.keyboard.press('d');
    expect((await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)) === 'dark', 'd makes it dark');
    nothingSerious(await seriousFindings(page), 'axe finds nothing serious in dark');
    quiet(page);
    inside(page);
  },

  async 'the keyboard'() {
    const page = await open();
    await scrollThrough(page);
    await page.evaluate(() => { scrollTo(0, 0); document.activeElement?.blur(); });
    // what a pointer can use; of radio buttons of one name one is reached, the arrows reach the others
    const controls = await page.evaluate(() => {
      const visible = [...document.querySelectorAll('a[href], button, summary, input')].filter(control => control.checkVisibility() && !(control.type === 'radio' && !control.checked));
      visible.forEach((control, n) => { control.dataset.n = n; });
      return visible.length;
    });
    const reached = new Set();
    for (let i = 0; i < controls * 4 + 200; i++) {
      await page.keyboard.press('Tab');
      const n = await page.evaluate(() => document.activeElement?.dataset?.n);
      if (n !== undefined) reached.add(n);
      if (reached.size === controls) break;
    }
    expect(controls > 3 && reached.size === controls, 'Tab reaches every control', { controls, reached: reached.size });
    const plot = page.locator('.plot').first();
    if (await plot.count() > 0) {
      await plot.focus();
      await page.keyboard.press('ArrowRight');
      const isReadable = await page.evaluate(() => { const said = document.querySelector('.said'); return said?.textContent.length > 0 || !/"type":"(scatter|bar)"/.test(document.querySelector('.figure script').textContent); });
      expect(isReadable, 'the arrows read a figure off', await page.locator('.said').first().textContent());
    }
    quiet(page);
  },

  async 'the presenter view'() {
    const page = await open();
    const where = () => page.locator('.where').textContent();
    // what is on the screen; of a diagram the step that is chosen, of a derivation the lines
    const visible = () => page.evaluate(() => JSON.stringify([...document.querySelectorAll('main .step, main .backprop-line, main input:checked')].map(each => each.checkVisibility() ? each.className + '|' + [...each.parentElement.children].indexOf(each) : '').join()));
    await page.keyboard.press('p');
    expect(await page.evaluate(() => document.documentElement.classList.contains('presenting')), 'p begins it', await where());
    await page.keyboard.press('Home');
    const seen = [[await where(), await visible()]];
    const forward = ['ArrowRight', ' ', 'PageDown'], back = ['ArrowLeft', 'Shift+ ', 'PageUp'];
    for (let i = 0; i < 2000; i++) {
      await page.keyboard.press(forward[i % 3]);
      if (await where() === seen.at(-1)[0]) break;
      seen.push([await where(), await visible()]);
    }
    const slides = await page.locator('.slide').count();
    expect(seen.at(-1)[0].startsWith(`${slides} of ${slides}`), 'it steps to the end', seen.at(-1)[0]);
    expect(seen.every(([, shown], i) => i === 0 || shown !== seen[i - 1][1]), 'each step shows something new', seen.filter(([, shown], i) => i > 0 && shown === seen[i - 1][1]).map(([at]) => at));
    const lines = await page.locator('.backprop-line').count(), choices = await page.locator('main input[type=radio]').count();
    expect(seen.length >= slides + lines / 2 && seen.length >= choices, 'lines of derivations and steps of diagrams are steps', { seen: seen.length, lines, choices });
    for (let i = seen.length - 2; i >= 0; i--) {
      await page.keyboard.press(back[i % 3]);
      const now = [await where(), await visible()];
      if (now.join() !== seen[i].join()) expect(false, 'it steps back the same way', { now, then: seen[i] });
    }
    expect(true, 'it steps back the same way');
    await page.keyboard.press('End');
    expect(await where() === seen.at(-1)[0], 'End goes to the end', await where());
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => !document.documentElement.classList.contains('presenting') && document.querySelectorAll('main .unseen:not(.still)').length === 0), 'Escape leaves, and all is there again');
    quiet(page);
    inside(page);
  },

  async 'the presenter view, to everyone'() {
    const page = await open('?present');
    expect(await page.evaluate(() => document.documentElement.classList.contains('presenting')), '?present begins it');
    const findings = [];
    for (let stop = 0, at = ''; stop < 12 && at !== await page.locator('.where').textContent(); stop++) {
      at = await page.locator('.where').textContent();
      await page.keyboard.press('d');
      findings.push(...await seriousFindings(page));
      for (let i = 0; i < 7; i++) await page.keyboard.press('PageDown');
    }
    nothingSerious(findings, 'axe finds nothing serious, light and dark in turn');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the screen');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement !== document.body), 'Tab reaches its controls');
    quiet(page);
  },

  async 'a phone'() {
    const page = await open('', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await scrollThrough(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, 'nothing is wider than a phone', await page.evaluate(() => [...document.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > 391 && !each.closest('.output, pre, table, .math')).map(each => each.outerHTML.slice(0, 100)).slice(0, 5)));
    nothingSerious(await seriousFindings(page), 'axe finds nothing serious');
    quiet(page);
  },

  async 'without script'() {
    const page = await open('', { javaScriptEnabled: false });
    expect(await page.locator('.figure').count() === await page.locator('.figure .still svg[role=img]').count(), 'each figure is an SVG');
    expect(await page.locator('.figure .still svg[role=img] > title:first-child').count() === await page.locator('.figure').count(), 'with its title');
    expect(await page.locator('.tools:visible').count() === 0, 'no button that does nothing');
    inside(page);
  },
};

let code = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
  } catch (error) {
    console.log(`FAILED ${name}: ${error.stack}`);
    code = 1;
  }
}
await browser.close();
process.exit(code);
