// Small helpers; every page also works without them.
document.documentElement.classList.remove('no-js')

// Live parts: <div id="board" data-live="triage crisis-response"> is fetched again when something changes there.
const live = [...document.querySelectorAll('[data-live]')].filter((part) => part.id)
if (live.length > 0 && 'EventSource' in window) {
  const due = new Set()
  let timer
  const refresh = async () => {
    timer = undefined
    const parts = [...due]
    due.clear()
    const answer = await fetch(location.href, { headers: { 'X-Live': 'true' } })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const part of parts) {
      const replacement = fresh.getElementById(part.id)
      const busy = part.contains(document.activeElement) && document.activeElement.matches('input,textarea,select')
      if (replacement && !busy) part.innerHTML = replacement.innerHTML
    }
  }
  const stream = new EventSource('/live')
  stream.addEventListener('changed', (event) => {
    const [, at] = event.data.split(' ')
    for (const part of live) {
      const watched = part.dataset.live.split(' ')
      if (at === '*' || watched.includes('*') || watched.includes(at)) due.add(part)
    }
    if (due.size > 0 && !timer) timer = setTimeout(refresh, 400)
  })
}

// A form is sent once, even if the button is pressed twice.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.method !== 'post') return
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = 'true'
  setTimeout(() => delete form.dataset.sent, 3000)
})
