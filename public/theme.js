// Runs before the page is painted: applies the remembered theme, so that nothing flashes, and marks that scripts run.
(function () {
  var root = document.documentElement;
  root.classList.add('js');
  // A page that its address asks for something else than its HTML shows can wait for its script to draw that.
  if (location.search !== '') root.dataset.asks = '';
  try {
    var theme = localStorage.getItem('callboard:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's preference then decides.
  }
})();
