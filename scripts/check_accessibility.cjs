// Called by check_accessibility.sh: runs axe-core over HTML pages in headless Chromium and prints what it finds.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WINDOWS = [
  { name: 'wide', width: 1280, height: 900 },
  { name: 'narrow', width: 320, height: 640 },
  { name: 'print', width: 794, height: 1123, media: 'print', rules: { 'target-size': { enabled: false } } }, // paper is not touched
];
const OPTIONS = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

function pagesOf(argument) {
  if (!fs.statSync(argument).isDirectory()) return [argument];
  return fs.readdirSync(argument).filter((name) => name.endsWith('.html')).sort().map((name) => path.join(argument, name));
}

async function checkPage(browser, file) {
  const url = pathToFileURL(path.resolve(file)).href;
  const found = { file, violations: [], incomplete: [], passes: 0 };
  for (const window of WINDOWS) {
    const page = await browser.newPage();
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) found.violations.push(`asks for ${request.url()}`);
    });
    await page.setViewport({ width: window.width, height: window.height });
    if (window.media) await page.emulateMediaType(window.media);
    await page.goto(url, { waitUntil: 'load' });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > window.width) found.violations.push(`${window.name}: scrolls sideways, ${width} px in ${window.width}`);
    await page.evaluate(AXE);
    const result = await page.evaluate((options) => axe.run(document, options), { ...OPTIONS, rules: window.rules || {} });
    const told = (rule) => `${window.name}: ${rule.id} (${rule.impact}): ${rule.help}: `
      + rule.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ') + ` [${rule.nodes.length}]`;
    found.violations.push(...result.violations.map(told));
    found.incomplete.push(...result.incomplete.map(told));
    found.passes += result.passes.length;
    await page.close();
  }
  return found;
}

async function main() {
  const files = process.argv.slice(2).flatMap(pagesOf);
  if (!files.length) throw new Error('There is no HTML page to check.');
  const { default: puppeteer } = await import(pathToFileURL(require.resolve('puppeteer-core')).href);
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'],
  });
  let violations = 0;
  let unsure = 0;
  let passes = 0;
  try {
    for (const file of files) {
      const found = await checkPage(browser, file);
      violations += found.violations.length;
      unsure += found.incomplete.length;
      passes += found.passes;
      for (const text of found.violations) console.log(`${path.basename(file)}: VIOLATION ${text}`);
      for (const text of found.incomplete) console.log(`${path.basename(file)}: to be looked at: ${text}`);
    }
  } finally {
    await browser.close();
  }
  console.log(`${files.length} pages, ${passes} rules passed, ${violations} violations, ${unsure} to be looked at`);
  process.exitCode = violations ? 1 : 0;
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
