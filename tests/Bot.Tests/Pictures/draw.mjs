// node draw.mjs SCENES.json FOLDER: one picture for each scene, as wide as a phone is.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [scenes, folder] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const style = `
  body { margin: 0; background: #313338; width: 480px; font: 16px "Noto Sans", sans-serif; color: #dbdee1; }
  .quote { display: flex; } .quote .bar { flex: none; width: 4px; border-radius: 4px; background: #4e5058; margin-right: 10px; }
  .sub { font-size: 13px; line-height: 1.35; color: #949ba4; margin: 2px 0 4px; }
  .item { padding-left: 18px; position: relative; margin-top: 4px; } .item::before { content: "•"; position: absolute; left: 4px; }
  .link { color: #00a8fc; text-decoration: none; }
  .select { width: 400px; box-sizing: border-box; background: #1e1f22; border-radius: 4px; padding: 9px 12px; display: flex; justify-content: space-between; }
  .options { width: 400px; background: #2b2d31; border-radius: 4px; margin-top: 2px; } .options div { padding: 7px 12px; line-height: 1.2; } .options small { color: #949ba4; }
  .modal { background: #313338; padding: 18px; } .modal h1 { font-size: 20px; margin: 0 0 16px; color: #f2f3f5; } .modal label { font-size: 14px; font-weight: 600; } .modal i { color: #f23f42; }
  .input { background: #1e1f22; color: #87898c; border-radius: 4px; padding: 10px; margin: 8px 0 14px; } .input.tall { height: 76px; }
  .foot { text-align: right; } .foot span { display: inline-block; padding: 9px 18px; border-radius: 4px; } .foot .go { background: #5865f2; color: #fff; }
`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 480, height: 200 } });
  await page.setContent(`<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body></body></html>`);
  await page.addScriptTag({ path: join(here, 'page.js') });
  for (const [name, scene] of Object.entries(JSON.parse(readFileSync(scenes, 'utf8')))) {
    await page.evaluate(scene => window.draw(scene), scene);
    await page.waitForTimeout(300);
    await page.locator('#scene').screenshot({ path: join(folder, `${name}.png`) });
    console.log(`${name}.png`);
  }
} finally {
  await browser.close();
}
