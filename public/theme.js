// Runs before the page is painted: applies the remembered theme and size of text, so that nothing flashes, and marks that scripts run.
(function () {
  var root = document.documentElement;
  root.classList.add('js');
  // A page that its address asks for something else than its HTML shows can wait for its script to draw that.
  if (location.search !== '') root.dataset.asks = location.search;
  try {
    var theme = localStorage.getItem('callboard:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    // What the home page will show of a person has its room from the start.
    var kept = ['me', 'starred', 'recent'].filter(function (name) {
      return !/^(?:null|\[\])?$/.test(localStorage.getItem('callboard:' + name) || '');
    });
    if (kept.length > 0) root.dataset.kept = kept.join(' ');
    var size = localStorage.getItem('callboard:text-size');
    if (size === 'small' || size === 'large') root.dataset.textSize = size;
  } catch {
    // Storage may be forbidden; the system's preference then decides.
  }
})();
