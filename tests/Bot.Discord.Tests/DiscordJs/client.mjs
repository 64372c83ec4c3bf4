// A bot on discord.js, used as it comes: what it says on standard output, one JSON object a line, is what the test waits for.
import { createRequire } from 'node:module';

const { API, TOKEN, APPLICATION, GUILD, MODULES } = process.env;
const { Client, Events, GatewayIntentBits, MessageFlags, REST, Routes } = createRequire(MODULES)('discord.js');
const say = (event, more = {}) => process.stdout.write(`${JSON.stringify({ event, ...more })}\n`);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const options = { api: API, version: '10' };
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: options });
client.on(Events.Error, (error) => say('error', { message: error.message }));
client.on(Events.ShardResume, (_, replayed) => say('resumed', { replayed }));
client.on(Events.InteractionCreate, async (interaction) => {
  try {
    if (interaction.isAutocomplete()) {
      await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'x' }]);
    } else if (interaction.commandName === 'slow') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await pause(100);
      await interaction.editReply('slow answer');
      await interaction.followUp('and more');
    } else {
      await interaction.reply(`pong ${interaction.options.getString('text')}`);
    }
  } catch (error) {
    say('failed', { message: error.message });
  }
});
client.once(Events.ClientReady, async () => {
  const rest = new REST(options).setToken(TOKEN);
  const registered = await rest.put(Routes.applicationGuildCommands(APPLICATION, GUILD), {
    body: [
      { name: 'ping', description: 'pong', options: [{ type: 3, name: 'text', description: 'echo', autocomplete: true }] },
      { name: 'slow', description: 'deferred' },
    ],
  });
  say('ready', { commands: registered.map((command) => command.name) });
});
await client.login(TOKEN);
