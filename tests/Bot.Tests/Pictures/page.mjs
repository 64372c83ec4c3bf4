// Runs in the page: makes Discord's elements of a scene.
import '@skyra/discord-components-core';

const escaped = text => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

// The part of Discord's Markdown that the bot uses. Backslash escapes are set aside first.
function inline(text) {
  const kept = [];
  const keep = html => `\u0001${kept.push(html) - 1}\u0002`;
  let html = text.replace(/\\([^A-Za-z0-9\s])/g, (_, c) => keep(escaped(c)));
  html = html.replace(/`([^`]+)`/g, (_, code) => keep(`<discord-code>${escaped(code)}</discord-code>`));
  html = html.replace(/\[([^\]]+)\]\(<([^>]+)>\)/g, (_, words, url) => keep(`<a class="link" href="${escaped(url)}">${inline(words)}</a>`));
  html = html.replace(/<\/([^:>]+):\d+>/g, (_, command) => keep(`<span class="mention">/${escaped(command)}</span>`));
  html = escaped(html)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/__(.+?)__/g, '<u>$1</u>')
    .replace(/~~(.+?)~~/g, '<s>$1</s>');
  for (let before; before !== html;) {
    before = html;
    html = html.replace(/\u0001(\d+)\u0002/g, (_, index) => kept[index]);
  }
  return html;
}

function block(content) {
  const html = [];
  let quote = [];
  const flush = () => {
    if (quote.length) html.push(`<div class="quote"><div class="bar"></div><div>${quote.map(line => inline(line) || '&nbsp;').join('<br>')}</div></div>`);
    quote = [];
  };
  for (const line of content.split('\n')) {
    if (line.startsWith('> ')) {
      quote.push(line.slice(2));
      continue;
    }
    flush();
    if (line.startsWith('-# ')) html.push(`<div class="sub">${inline(line.slice(3))}</div>`);
    else if (line.startsWith('- ')) html.push(`<div class="item">${inline(line.slice(2))}</div>`);
    else html.push(`<div>${inline(line) || '&nbsp;'}</div>`);
  }
  flush();
  return html.join('');
}

const face = (colour, letter) => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80" fill="${colour}"/><text x="40" y="56" font-family="Noto Sans" font-size="44" fill="#fff" text-anchor="middle">${letter}</text></svg>`)}`;
const [bot, alice] = [face('#3a7f5c', 'N'), face('#5865f2', 'A')];

const styles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

function button(c) {
  return `<span class="button ${styles[c.style]}" ${c.disabled ? 'disabled' : ''}>${c.emoji ? `<span>${c.emoji.name}</span>` : ''}${c.label ? `<span>${escaped(c.label)}</span>` : ''}</span>`;
}

function select(c) {
  return `<div class="select">${escaped((c.options.find(o => o.default) ?? { label: c.placeholder }).label)}<span>⌄</span></div>
    <div class="options">${c.options.map(o => `<div><b>${escaped(o.label)}</b><br><small>${escaped(o.description ?? '')}</small></div>`).join('')}</div>`;
}

function component(c) {
  switch (c.type) {
    case 1: return c.components[0].type === 3 ? select(c.components[0]) : `<div class="buttons">${c.components.map(button).join('')}</div>`;
    case 10: return block(c.content);
    case 14: return '<hr>';
    case 17: return `<div class="container" style="--accent: #${c.accent_color.toString(16).padStart(6, '0')}">${c.components.map(component).join('')}</div>`;
    default: throw new Error(`component ${c.type}`);
  }
}

function said(text) {
  return `<discord-message author="Alice" avatar="${alice}" timestamp="10:00"><discord-mention type="user">News answers</discord-mention> ${escaped(text)}</discord-message>`;
}

function message({ content, components }, command, ephemeral, repliesTo) {
  return `<discord-message author="News answers" avatar="${bot}" bot verified timestamp="10:00" ${ephemeral ? 'ephemeral' : ''}>
    ${repliesTo ? `<discord-reply slot="reply" author="Alice" avatar="${alice}">@News answers ${escaped(repliesTo)}</discord-reply>` : ''}
    ${command ? `<discord-command slot="reply" author="Alice" avatar="${alice}" command="${escaped(command)}"></discord-command>` : ''}
    ${content ? block(content) : ''}${(components ?? []).map(component).join('')}
  </discord-message>`;
}

window.draw = scene => {
  if (scene.modal) {
    const fields = scene.modal.components.map(label => `<label>${escaped(label.label)} <i>*</i></label><div class="input ${label.component.style === 2 ? 'tall' : ''}">${escaped(label.component.value ?? label.component.placeholder ?? '')}</div>`);
    document.body.innerHTML = `<div id="scene" class="modal"><h1>${escaped(scene.modal.title)}</h1>${fields.join('')}<div class="foot"><span>Cancel</span><span class="go">Submit</span></div></div>`;
    return;
  }
  document.body.innerHTML = `<div id="scene"><discord-messages ${document.body.className === 'light' ? 'light-theme' : ''}>${scene.said ? said(scene.said) : ''}${scene.messages
    .map((m, i) => message(m, i === 0 ? scene.command : null, (m.flags & 64) !== 0, i === 0 ? scene.said : null)).join('')}</discord-messages></div>`;
};
