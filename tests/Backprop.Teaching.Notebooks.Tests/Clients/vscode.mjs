// Starts kernels as VS Code's Jupyter extension does: one identity on three sockets, kernel_info on shell and control
// every 500 ms until there was a reply and any message on iopub. Prints "ready N of M".
import { spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dealer, Subscriber } from "zeromq";

const [specFile, startsText] = process.argv.slice(2);
const starts = Number(startsText);
const argv = JSON.parse(readFileSync(specFile, "utf8")).argv;
const folder = mkdtempSync(join(tmpdir(), "backprop-vscode-"));
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

async function freePorts(count) {
  const servers = [];
  for (let i = 0; i < count; i++) {
    const server = net.createServer();
    await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
  }
  const ports = servers.map(server => server.address().port);
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}

function listening(port) {
  return new Promise(resolve => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => { socket.destroy(); resolve(true); });
    socket.once("error", () => resolve(false));
  });
}

function message(session, key, type, content) {
  const header = { msg_id: randomUUID(), session, username: "user", date: new Date().toISOString(), msg_type: type, version: "5.2" };
  const parts = [header, {}, {}, content].map(part => JSON.stringify(part));
  const signature = createHmac("sha256", key).update(parts.join("")).digest("hex");
  return { id: header.msg_id, frames: ["<IDS|MSG>", signature, ...parts] };
}

const parse = frames => {
  const at = frames.findIndex(frame => frame.toString() === "<IDS|MSG>");
  const [header, parent, , content] = frames.slice(at + 2).map(frame => JSON.parse(frame.toString()));
  return { type: header.msg_type, parent: parent.msg_id, content };
};

async function listen(socket, take) {
  try {
    for await (const frames of socket) take(parse(frames));
  } catch {
    // closed
  }
}

async function start(number) {
  const [shellPort, controlPort, iopubPort, stdinPort, heartbeatPort] = await freePorts(5);
  const key = randomUUID();
  const connectionFile = join(folder, `kernel-${number}.json`);
  writeFileSync(connectionFile, JSON.stringify({
    version: 1, transport: "tcp", ip: "127.0.0.1", key, signature_scheme: "hmac-sha256", kernel_name: "",
    shell_port: shellPort, control_port: controlPort, iopub_port: iopubPort, stdin_port: stdinPort, hb_port: heartbeatPort,
  }));
  const args = argv.slice(1).map(argument => argument.replace("{connection_file}", connectionFile));
  const child = spawn(argv[0], args, { stdio: ["pipe", "pipe", "pipe"], cwd: folder });
  let printed = "";
  child.stdout.on("data", data => { printed += data; });
  child.stderr.on("data", data => { printed += data; });

  const session = randomUUID();
  const [shell, control, stdin] = [0, 1, 2].map(() => new Dealer({ routingId: session, linger: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0 }));
  const iopub = new Subscriber({ linger: 0 });
  const sockets = [shell, control, stdin, iopub];
  try {
    const end = Date.now() + 60_000;
    while (!(await listening(shellPort) && await listening(iopubPort))) {
      if (Date.now() > end || child.exitCode !== null) throw new Error(`it does not listen; it printed: ${printed}`);
      await pause(20);
    }
    shell.connect(`tcp://127.0.0.1:${shellPort}`);
    control.connect(`tcp://127.0.0.1:${controlPort}`);
    stdin.connect(`tcp://127.0.0.1:${stdinPort}`);
    iopub.connect(`tcp://127.0.0.1:${iopubPort}`);
    iopub.subscribe();

    let replied = false, published = false;
    const results = [];
    const onReply = reply => { if (reply.type === "kernel_info_reply") replied = true; };
    listen(shell, onReply);
    listen(control, onReply);
    listen(iopub, output => { published = true; results.push(output); });
    const began = Date.now();
    let attempts = 0;
    while (!(replied && published)) {
      if (Date.now() - began > 20_000) throw new Error(`not ready after 20 s: replied ${replied}, published ${published}`);
      attempts++;
      await shell.send(message(session, key, "kernel_info_request", {}).frames);
      await control.send(message(session, key, "kernel_info_request", {}).frames);
      for (let i = 0; i < 50 && !(replied && published); i++) await pause(10);
    }

    const cell = message(session, key, "execute_request", { code: `${number} + 1000`, silent: false, store_history: true, allow_stdin: true, stop_on_error: true, user_expressions: {} });
    await shell.send(cell.frames);
    const done = () => results.some(output => output.parent === cell.id && output.type === "status" && output.content.execution_state === "idle");
    const limit = Date.now() + 60_000;
    while (!done()) {
      if (Date.now() > limit) throw new Error("the first cell never became idle");
      await pause(5);
    }
    const value = results.find(output => output.parent === cell.id && output.type === "execute_result")?.content.data["text/plain"];
    if (value !== String(number + 1000)) throw new Error(`the first cell gave ${value}`);
    return { attempts, milliseconds: Date.now() - began };
  } finally {
    for (const socket of sockets) socket.close();
    child.kill("SIGTERM");
    await new Promise(resolve => child.exitCode !== null || child.signalCode !== null ? resolve() : child.once("exit", resolve));
  }
}

let ready = 0, once = 0, slowest = 0;
for (let number = 0; number < starts; number++) {
  try {
    const { attempts, milliseconds } = await start(number);
    ready++;
    if (attempts === 1) once++;
    slowest = Math.max(slowest, milliseconds);
  } catch (error) {
    console.log(`start ${number}: ${error.message}`);
  }
}
rmSync(folder, { recursive: true });
console.log(`ready ${ready} of ${starts}; ${once} at the first attempt; slowest ${slowest} ms`);
process.exit(ready === starts ? 0 : 1);
