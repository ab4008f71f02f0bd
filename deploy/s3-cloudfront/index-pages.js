// A CloudFront function (viewer request): a bucket knows no folders, so `/docs/` is asked for as `/docs/index.html`, and `/docs` leads to `/docs/`.
// oxlint-disable-next-line no-unused-vars -- CloudFront calls it
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last === '') {
    request.uri += 'index.html';
    return request;
  }
  if (last.indexOf('.') >= 0) return request;
  // With two slashes at the start, the address would be that of another host.
  var folder = request.uri.replace(/^[/\\]+/, '/') + '/';
  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: folder } } };
}
