// One diagram of each type that Mermaid draws: a name, its source, and words that its drawing must show.

export interface DiagramExample {
  readonly name: string;
  readonly source: string;
  /** Words that stand in the drawing. */
  readonly shows: readonly string[];
  /** The accessible name that the drawing must have. */
  readonly called: string;
}

/** What a screen reader hears of a diagram whose author has not named it. */
const row = (name: string, called: string, shows: readonly string[], source: string): DiagramExample => ({ name, called, shows, source });

export const EXAMPLES: readonly DiagramExample[] = [
  row(
    'flowchart',
    'How a booking is paid',
    ['Booking', 'Paid?', 'Issue ticket', 'first try'],
    `flowchart TD
  accTitle: How a booking is paid
  accDescr: A booking is paid at the first try, or sent back.
  subgraph shop [Shop]
    A[Booking] --> B{Paid?}
  end
  B -->|first try| C([Issue ticket])
  B -->|no| D[/Remind/]
  D -.-> A
  classDef good fill:#1f6f43,color:#ffffff
  class C good`,
  ),
  row(
    'sequence',
    'Sequence diagram',
    ['Passenger', 'Booking', 'Seats left?', 'over quota'],
    `sequenceDiagram
  autonumber
  actor P as Passenger
  participant B as Booking
  participant L as Ledger
  P->>+B: Seats left?
  B-->>-P: Twelve
  loop Until paid
    B->>L: Hold
  end
  alt over quota
    B-xP: Sold out
  else
    B-)P: Ticket
  end
  Note over B,L: Both keep a log`,
  ),
  row(
    'class',
    'Class diagram',
    ['Vessel', 'imo', 'Ferry', 'calls at', 'Harbour'],
    `classDiagram
  class Vessel {
    <<abstract>>
    +String imo
    -int berths
    +depart(Harbour from) bool
  }
  Vessel <|-- Ferry
  Ferry "1" o-- "0..*" Harbour : calls at
  note for Ferry "Takes cars"`,
  ),
  row(
    'state',
    'Life of a reservation',
    ['Held', 'Confirmed', 'paid', 'Boarding', 'a note'],
    `stateDiagram-v2
  accTitle: Life of a reservation
  [*] --> Held
  Held --> Confirmed : paid
  Held --> [*] : after 15 minutes
  state Confirmed {
    [*] --> Waiting
    Waiting --> Boarding : gate opens
  }
  Confirmed --> [*]
  note right of Held : a note`,
  ),
  row(
    'er',
    'Entity relationship diagram',
    ['CUSTOMER', 'BOOKING', 'places', 'email'],
    `erDiagram
  CUSTOMER ||--o{ BOOKING : places
  BOOKING ||--|{ TICKET : contains
  CUSTOMER {
    string email PK "where tickets go"
    string name
  }
  BOOKING {
    int number PK
    date sails
  }`,
  ),
  row(
    'gantt',
    'Gantt chart',
    ['Refit of the Fulmar', 'Hull', 'Survey', 'Sea trial'],
    `gantt
  title Refit of the Fulmar
  dateFormat YYYY-MM-DD
  section Hull
    Survey :done, a1, 2026-01-05, 10d
    Repair :active, a2, after a1, 20d
  section Trials
    Sea trial :crit, after a2, 5d
    Handover :milestone, 2026-02-14, 0d`,
  ),
  row(
    'pie',
    'Pie chart',
    ['Tickets by channel', 'Web', 'Desk'],
    `pie showData
  title Tickets by channel
  "Web" : 61
  "App" : 27
  "Desk" : 12`,
  ),
  row(
    'journey',
    'User journey',
    ['A day trip', 'Book', 'Board'],
    `journey
  title A day trip
  section Before
    Book: 5: Passenger
    Park: 2: Passenger, Crew
  section On board
    Board: 4: Passenger, Crew
    Eat: 3: Passenger`,
  ),
  row(
    'gitGraph',
    'Git graph',
    ['main', 'tariffs', 'v1.2'],
    `gitGraph
  commit id: "start"
  branch tariffs
  commit id: "new zones"
  checkout main
  commit id: "fix"
  merge tariffs tag: "v1.2"
  commit type: HIGHLIGHT`,
  ),
  row(
    'mindmap',
    'Mind map',
    ['Ferry', 'Crew', 'Deck', 'Bridge'],
    `mindmap
  root((Ferry))
    Crew
      Deck
      Engine
    Route[Route]
      Harbours
    (Bridge)`,
  ),
  row(
    'timeline',
    'Timeline',
    ['The line', '1962', 'First ferry', 'Web shop'],
    `timeline
  title The line
  section Steam
    1962 : First ferry
    1978 : Second ship : New quay
  section Now
    2004 : Web shop`,
  ),
  row(
    'quadrant',
    'Quadrant chart',
    ['Reach', 'Plan', 'Kiosk'],
    `quadrantChart
  title Reach and effort
  x-axis Low effort --> High effort
  y-axis Low reach --> High reach
  quadrant-1 Plan
  quadrant-2 Do first
  quadrant-3 Leave
  quadrant-4 Think again
  Kiosk: [0.3, 0.6]
  App: [0.75, 0.8]`,
  ),
  row(
    'requirement',
    'Requirement diagram',
    ['timetable', 'satisfies', 'board'],
    `requirementDiagram
  requirement timetable {
    id: 1
    text: "Times are right."
    risk: high
    verifymethod: test
  }
  element board {
    type: service
  }
  board - satisfies -> timetable`,
  ),
  row(
    'c4',
    'C4 diagram',
    ['Passenger', 'Booking', 'Books with'],
    `C4Context
  title Who talks to whom
  Person(p, "Passenger", "Wants to cross")
  System_Boundary(b, "Fulmar Line") {
    System(s, "Booking", "Sells tickets")
    SystemDb(d, "Ledger", "Keeps money")
  }
  System_Ext(x, "Bank", "Moves money")
  Rel(p, s, "Books with", "HTTPS")
  Rel(s, d, "Writes")
  BiRel(s, x, "Charges")`,
  ),
  row(
    'sankey',
    'Sankey diagram',
    ['Fares', 'Fuel', 'Crew'],
    `sankey-beta
Fares,Income,80
Freight,Income,40
Income,Fuel,50
Income,Crew,45
Income,Refit,25`,
  ),
  row(
    'xychart',
    'XY chart',
    ['Passengers by month', 'Apr', 'thousand'],
    `xychart-beta
  title "Passengers by month"
  x-axis [Apr, May, Jun, Jul]
  y-axis "thousand" 0 --> 60
  bar [12, 20, 38, 55]
  line [10, 22, 35, 50]`,
  ),
  row(
    'block',
    'Block diagram',
    ['Gate', 'Queue', 'Deck'],
    `block-beta
  columns 3
  gate["Gate"] space queue("Queue")
  block:ship:3
    deck["Deck"]
    hold[("Hold")]
  end
  gate -- "scan" --> queue
  queue --> deck`,
  ),
  row(
    'packet',
    'Packet diagram',
    ['Source port', 'Sequence'],
    `packet-beta
  title A telegram
  0-15: "Source port"
  16-31: "Target port"
  32-63: "Sequence"
  64-71: "Kind"
  72-95: "Length"`,
  ),
  row(
    'kanban',
    'Kanban board',
    ['To do', 'Paint the rail', 'Doing', 'Oil the winch'],
    `kanban
  todo[To do]
    a[Paint the rail]@{ assigned: 'Ada', priority: 'High' }
    b[Count life jackets]
  doing[Doing]
    c[Oil the winch]@{ ticket: 'DECK-12' }`,
  ),
  row(
    'architecture',
    'Architecture diagram',
    ['Shore', 'Booking', 'Ledger'],
    `architecture-beta
  group shore(cloud)[Shore]
  service web(internet)[Web] in shore
  service book(server)[Booking] in shore
  service led(database)[Ledger] in shore
  web:R --> L:book
  book:B --> T:led`,
  ),
  row(
    'radar',
    'Radar chart',
    ['Ships compared', 'Speed', 'Fulmar'],
    `radar-beta
  title Ships compared
  axis s["Speed"], c["Comfort"], f["Fuel"], l["Load"]
  curve a["Fulmar"]{4, 3, 2, 5}
  curve b["Skua"]{3, 5, 4, 2}
  max 5`,
  ),
  row(
    'treemap',
    'Treemap',
    ['Deck', 'Cars', 'Cabins'],
    `treemap-beta
"Deck"
  "Cars": 40
  "Lorries": 25
"House"
  "Cabins": 20
  "Kitchen": 8`,
  ),
  row(
    'tree view',
    'Tree view',
    ['ship', 'engine', 'pump'],
    `treeView-beta
  "ship"
    "engine"
      "pump"
    "bridge"`,
  ),
  row(
    'event modelling',
    'Event model',
    ['BookingForm', 'HoldSeat', 'SeatHeld'],
    `eventmodeling

tf 01 ui BookingForm
tf 02 cmd HoldSeat
tf 03 evt SeatHeld
tf 04 rmo FreeSeats
tf 05 ui Timetable`,
  ),
  row(
    'ishikawa',
    'Cause and effect diagram',
    ['Late ferry', 'Weather', 'Fog'],
    `ishikawa-beta
  Late ferry
    Weather
      Fog
      Swell
    Engine
      Filter
    Crew
      Change of shift`,
  ),
  row(
    'venn',
    'Venn diagram',
    ['Who travels', 'Locals', 'Guests'],
    `venn-beta
  title Who travels
  set Locals
  set Guests
  union Locals,Guests["Both"]`,
  ),
  row(
    'wardley',
    'Wardley map',
    ['Crossing the sound', 'Ticket', 'Fuel'],
    `wardley-beta
title Crossing the sound
anchor Passenger [0.95, 0.63]
component Ticket [0.79, 0.61]
component Ship [0.55, 0.45]
component Fuel [0.20, 0.85]
Passenger -> Ticket
Ticket -> Ship
Ship -> Fuel
evolve Ship 0.62`,
  ),
  row(
    'cynefin',
    'Cynefin framework',
    ['Complicated', 'Storm', 'Timetable'],
    `cynefin-beta
  title What kind of trouble
  complex
    "New route"
  complicated
    "Refit"
  clear
    "Timetable"
  chaotic
    "Storm"
  complex --> complicated : "Learned"`,
  ),
  row(
    'use case',
    'Use case diagram',
    ['Passenger', 'Book a seat'],
    `usecase-beta
direction LR
actor Passenger
actor Crew
systemBoundary Shop
  Book("Book a seat")
  Scan("Scan tickets")
end
Passenger --> Book
Crew --> Scan`,
  ),
  row(
    'railroad',
    'Railroad diagram',
    ['ticket', 'zone'],
    `railroad-beta
ticket = sequence(terminal("FL"), oneOrMore(nonterminal("zone"))) ;
zone = choice(terminal("A"), terminal("B")) ;`,
  ),
  row(
    'railroad of EBNF',
    'Railroad diagram',
    ['fare', 'zone'],
    `railroad-ebnf-beta
fare = zone ( "+" zone )* ;
zone = "A" | "B" ;`,
  ),
  row(
    'railroad of ABNF',
    'Railroad diagram',
    ['fare', 'zone'],
    `railroad-abnf-beta
fare = zone *( "+" zone ) ;
zone = "A" / "B" ;`,
  ),
  row(
    'railroad of PEG',
    'Railroad diagram',
    ['fare', 'zone'],
    `railroad-peg-beta
fare <- zone ("+" zone)* ;
zone <- "A" / "B" ;`,
  ),
  row(
    'swimlanes',
    'Swimlane diagram',
    ['Customer', 'Book', 'Ship'],
    `swimlane-beta LR
  subgraph Customer
    Book[Book]
    Board[Board]
  end
  subgraph Ship
    Load[Load]
    Sail[Sail]
  end
  Book -->|ticket| Load
  Load --> Board
  Board --> Sail`,
  ),
  row(
    'agent flow',
    'Agent flow',
    ['Clerk', 'Read mail', 'Clean?'],
    `agentflow-beta TB
  flow clerk["Clerk"]
    mail["Read mail"]@{ shape: input }
    sort["Sort"]@{ shape: task }
    ok["Clean?"]@{ shape: decision }
    mail --> sort --> ok
  end`,
  ),
  row('info', 'Version of Mermaid', ['v12'], 'info'),
];
