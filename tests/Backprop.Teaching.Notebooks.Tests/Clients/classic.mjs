// The classic Notebook in headless Chromium: run all, an error, interrupt, restart; a screenshot at the end.
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [python, executablePath, screenshot] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "backprop-classic-"));
copyFileSync(join(dirname(fileURLToPath(import.meta.url)), "classic.ipynb"), join(folder, "classic.ipynb"));

const port = await new Promise(resolve => {
  const server = net.createServer();
  server.listen(0, "127.0.0.1", () => { const { port } = server.address(); server.close(() => resolve(port)); });
});
const server = spawn(python, ["-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", `--port=${port}`, "--NotebookApp.token=", "--NotebookApp.password=", `--notebook-dir=${folder}`], { stdio: ["ignore", "pipe", "pipe"] });
let log = "";
server.stdout.on("data", data => { log += data; });
server.stderr.on("data", data => { log += data; });

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
async function until(what, condition, limit = 60_000) {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    if (await condition()) return;
    await pause(100);
  }
  throw new Error(`waited ${limit} ms: ${what}`);
}

let browser;
let code = 0;
try {
  await until("the server answers", async () => {
    try { return (await fetch(`http://127.0.0.1:${port}/api`)).ok; } catch { return false; }
  });
  browser = await chromium.launch({
    executablePath,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage({ viewport: { width: 1100, height: 1500 } });
  await page.goto(`http://127.0.0.1:${port}/notebooks/classic.ipynb`);
  const idle = () => page.evaluate(() => window.Jupyter?.notebook?.kernel?.is_connected() && window.Jupyter.notebook.kernel.info_reply?.status === "ok" && !document.querySelector(".kernel_busy_icon"));
  await until("the kernel is ready", idle);

  const outputs = () => page.evaluate(() => Jupyter.notebook.get_cells().filter(cell => cell.cell_type === "code").map(cell => ({
    prompt: cell.input_prompt_number,
    text: cell.output_area.outputs.map(output => output.text ?? output.ename ?? output.data?.["text/plain"] ?? "").join(""),
  })));
  const expect = (condition, what, found) => {
    if (!condition) throw new Error(`${what}: ${JSON.stringify(found)}`);
    console.log(`ok ${what}`);
  };

  await page.evaluate(() => Jupyter.notebook.execute_all_cells());
  await until("all cells ran", async () => (await outputs()).every(cell => typeof cell.prompt === "number"));
  let cells = await outputs();
  expect(cells.map(cell => cell.prompt).join() === "1,2,3,4", "run all counts 1 to 4", cells);
  expect(cells[0].text === "printed\n" && cells[1].text === "42" && cells[3].text === "43", "run all shows its outputs", cells);
  expect(await page.evaluate(() => document.querySelectorAll(".output_html svg").length) === 1, "an SVG in HTML is drawn", cells[2]);

  const insert = async source => page.evaluate(text => {
    const cell = Jupyter.notebook.insert_cell_at_bottom("code");
    cell.set_text(text);
    cell.execute();
  }, source);
  await insert("while (true) { }");
  await until("the kernel is busy", () => page.evaluate(() => !!document.querySelector(".kernel_busy_icon")));
  await pause(500);
  await page.evaluate(() => Jupyter.notebook.kernel.interrupt());
  await until("the interrupted cell ends", async () => typeof (await outputs()).at(-1).prompt === "number");
  expect((await outputs()).at(-1).text === "Interrupted", "an interrupt ends the loop with an error", (await outputs()).at(-1));
  await insert("x + 2");
  await until("the next cell ends", async () => typeof (await outputs()).at(-1).prompt === "number");
  expect((await outputs()).at(-1).text === "44", "variables survive the interrupt", (await outputs()).at(-1));
  await page.screenshot({ path: (mkdirSync(dirname(screenshot), { recursive: true }), screenshot), fullPage: true });

  await page.evaluate(() => Jupyter.notebook.restart_kernel({ confirm: false }));
  await pause(500);
  await until("the kernel is ready again", idle);
  await insert("x");
  await until("the cell after the restart ends", async () => typeof (await outputs()).at(-1).prompt === "number");
  const last = (await outputs()).at(-1);
  expect(last.prompt === 1 && last.text === "CompilationError", "a restart forgets the variables", last);
  await page.evaluate(() => Jupyter.notebook.session.delete());
} catch (error) {
  console.log(`FAILED ${error.stack}\n${log.slice(-3000)}`);
  code = 1;
} finally {
  await browser?.close();
  server.kill("SIGTERM");
  await new Promise(resolve => server.exitCode !== null ? resolve() : server.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);
