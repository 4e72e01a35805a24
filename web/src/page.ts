// What the script adds to the pages that the server sends: figures that can be brushed, marks that
// answer to a click, news of a ledger that grows. Every page can be read without it.
document.documentElement.classList.add("has-script");
export {};
