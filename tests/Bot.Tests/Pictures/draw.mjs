// node draw.mjs SCENES.json FOLDER [--all]: one picture for each scene, as wide as a phone is, dark (NAME.png);
// with --all also light (NAME-light.png) and as wide as a desktop (NAME-wide.png, NAME-wide-light.png).
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [scenes, folder, all] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const style = `
  body { --back: #313338; --text: #dbdee1; --quiet: #949ba4; --bar: #4e5058; --link: #00a8fc; --field: #1e1f22; --list: #2b2d31; --box: #393a41; --line: #4a4b52; --strong: #f2f3f5;
    margin: 0; background: var(--back); font: 16px/1.375 "Noto Sans", sans-serif; color: var(--text); }
  body.light { --back: #ffffff; --text: #2e3338; --quiet: #5c5e66; --bar: #c4c9ce; --link: #006ce7; --field: #ebedef; --list: #f2f3f5; --box: #ffffff; --line: #e1e2e4; --strong: #060607; }
  .quote { display: flex; margin: 2px 0; } .quote .bar { flex: none; width: 4px; border-radius: 4px; background: var(--bar); margin-right: 10px; }
  .sub { font-size: 13px; line-height: 1.4; color: var(--quiet); margin: 2px 0; overflow-wrap: anywhere; }
  .item { padding-left: 18px; position: relative; margin-top: 4px; } .item::before { content: "•"; position: absolute; left: 4px; }
  .link { color: var(--link); text-decoration: none; } .mention { color: #5865f2; background: #5865f233; border-radius: 3px; padding: 0 2px; } body:not(.light) .mention { color: #c9cdfb; }
  .container { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 8px; background: var(--box); padding: 12px 14px; margin-top: 4px; max-width: 520px; box-sizing: border-box; }
  .container hr { border: 0; border-top: 1px solid var(--line); margin: 10px 0; }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
  .button { background: #5865f21a; color: var(--strong); border: 1px solid var(--line); border-radius: 8px; padding: 0 12px; min-height: 32px; font-size: 14px; font-weight: 500; display: inline-flex; align-items: center; gap: 6px; box-sizing: border-box; }
  body:not(.light) .button { background: #ffffff14; border-color: transparent; }
  .button.primary, body:not(.light) .button.primary { background: #5865f2; color: #fff; } .button.danger, body:not(.light) .button.danger { background: #d83c3e; color: #fff; } .button[disabled] { opacity: .5; }
  .select { max-width: 400px; box-sizing: border-box; background: var(--field); border-radius: 4px; padding: 9px 12px; display: flex; justify-content: space-between; margin-top: 8px; }
  .options { max-width: 400px; background: var(--list); border-radius: 4px; margin-top: 2px; } .options div { padding: 7px 12px; line-height: 1.2; } .options small { color: var(--quiet); }
  .modal { background: var(--back); padding: 18px; max-width: 480px; } .modal h1 { font-size: 20px; margin: 0 0 16px; color: var(--strong); } .modal label { font-size: 14px; font-weight: 600; } .modal i { color: #f23f42; }
  .input { background: var(--field); color: var(--quiet); border-radius: 4px; padding: 10px; margin: 8px 0 14px; } .input.tall { height: 76px; }
  .foot { text-align: right; } .foot span { display: inline-block; padding: 9px 18px; border-radius: 4px; } .foot .go { background: #5865f2; color: #fff; }
`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const [width, theme, suffix] of [[480, 'dark', ''], ...all ? [[480, 'light', '-light'], [1200, 'dark', '-wide'], [1200, 'light', '-wide-light']] : []]) {
    const page = await browser.newPage({ viewport: { width, height: 200 } });
    await page.setContent(`<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body class="${theme}"></body></html>`);
    await page.addScriptTag({ path: join(here, 'page.js') });
    for (const [name, scene] of Object.entries(JSON.parse(readFileSync(scenes, 'utf8')))) {
      await page.evaluate(scene => window.draw(scene), scene);
      await page.waitForTimeout(200);
      await page.locator('#scene').screenshot({ path: join(folder, `${name}${suffix}.png`) });
    }
    await page.close();
  }
} finally {
  await browser.close();
}
