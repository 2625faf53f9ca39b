// What pages need beyond forms and links: dialogs, the list of faults in focus, no second press of a button.
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var opener = event.target.closest("[data-opens]");
    if (opener) {
      document.getElementById(opener.dataset.opens).showModal();
    }
    var closer = event.target.closest("[data-closes]");
    if (closer) {
      document.getElementById(closer.dataset.closes).close();
    }
    var toField = event.target.closest(".errors a");
    if (toField) {
      var field = document.getElementById(decodeURIComponent(toField.hash.slice(1)));
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
    var printer = event.target.closest("[data-prints]");
    if (printer) {
      window.print();
    }
    document.querySelectorAll("details.columns[open]").forEach(function (open) {
      if (!open.contains(event.target)) {
        open.open = false;
      }
    });
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method === "get") {
      form.querySelectorAll("input, select").forEach(function (field) {
        field.disabled = field.value === "";
      });
      window.setTimeout(function () {
        form.querySelectorAll("input, select").forEach(function (field) {
          field.disabled = false;
        });
      }, 0);
      return;
    }
    if (form.elements.language) {
      keepTyped();
    }
    if (form.dataset.sent === "true") {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    window.setTimeout(function () {
      delete form.dataset.sent;
    }, 5000);
  });

  // A form that keeps itself does so when the typing pauses. Sent by hand meanwhile, it waits for what is being kept: the
  // two would take each other for somebody else's change.
  var pause;
  var keeping = false;
  var sending = null;
  document.addEventListener("input", function (event) {
    if (window.keepForm && event.target.closest("main form[method='post']")) {
      window.clearTimeout(pause);
      pause = window.setTimeout(function () {
        keeping = true;
        window.keepForm();
      }, 1500);
    }
  });
  document.addEventListener("click", function (event) {
    if (window.keepForm && event.target.matches("main input[type='submit']")) {
      window.clearTimeout(pause);
      if (keeping) {
        event.preventDefault();
        sending = event.target;
      }
    }
  }, true);
  if (window.jQuery) {
    window.jQuery(document).on("pfAjaxComplete", function () {
      keeping = false;
      if (sending) {
        sending.click();
      }
    });
  }

  // A page that answers a post is gone back to, and loaded again, by its address: the post is not repeated.
  window.history.replaceState(window.history.state, "", window.location.href);

  // Letters that come without a key (speech, an on-screen keyboard) ask for suggestions like typed ones.
  document.addEventListener("input", function (event) {
    if (window.jQuery && event.target.matches(".ui-autocomplete-input")) {
      window.jQuery(event.target).trigger("keydown.autoComplete");
    }
  }, true);

  // What is typed outlives a switch of the language: kept for the one load that follows.
  var TYPED = "clusters.typed";
  function eachField(does) {
    document.querySelectorAll("main form[method='post'] :is(input, select, textarea)").forEach(function (field) {
      if (field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type)) {
        does(field, ["checkbox", "radio"].includes(field.type));
      }
    });
  }
  function here() {
    return window.location.pathname + window.location.search;
  }
  function keepTyped() {
    var typed = [];
    eachField(function (field, ticked) {
      typed.push([field.name, ticked ? field.value : null, ticked ? field.checked : field.value]);
    });
    window.sessionStorage.setItem(TYPED, JSON.stringify({ page: here(), fields: typed }));
  }
  function restoreTyped() {
    var kept = JSON.parse(window.sessionStorage.getItem(TYPED));
    window.sessionStorage.removeItem(TYPED);
    if (kept && kept.page === here()) {
      eachField(function (field, ticked) {
        kept.fields.forEach(function (typed) {
          if (typed[0] === field.name && (!ticked || typed[1] === field.value)) {
            field[ticked ? "checked" : "value"] = typed[2];
          }
        });
      });
    }
  }
  restoreTyped();

  // A table wider than its place is scrolled by keys too.
  function reachScrolled() {
    document.querySelectorAll(".scroll").forEach(function (place) {
      if (place.scrollWidth > place.clientWidth) {
        place.tabIndex = 0;
      } else {
        place.removeAttribute("tabindex");
      }
    });
  }
  reachScrolled();
  window.addEventListener("resize", reachScrolled);

  // The browser words its own file control in its own language; ours stands over it.
  document.addEventListener("change", function (event) {
    var choice = event.target.closest(".file-choice");
    if (choice) {
      var file = event.target.files[0];
      choice.querySelector(".chosen").textContent = file ? file.name : choice.dataset.none;
    }
  });

  // Parts of a page fetched later may run scripts only under the nonce of the page.
  var scripted = document.querySelector("script[nonce]");
  document.querySelectorAll("form[method='post']").forEach(function (form) {
    if (scripted && form.elements["jakarta.faces.ViewState"] && !form.elements["primefaces.nonce"]) {
      var field = document.createElement("input");
      field.type = "hidden";
      field.name = "primefaces.nonce";
      field.value = scripted.nonce;
      form.appendChild(field);
    }
  });

  // A form says for whom it was shown: a browser may serve another person by the time it is sent.
  document.querySelectorAll("main form[method='post']").forEach(function (form) {
    if (document.body.dataset.person) {
      var field = document.createElement("input");
      field.type = "hidden";
      field.name = "shownTo";
      field.value = document.body.dataset.person;
      form.appendChild(field);
    }
  });

  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
    });
  });

  var unmet = document.querySelector("dialog [aria-invalid='true']");
  if (unmet) {
    unmet.closest("dialog").showModal();
    unmet.focus();
  } else {
    var errors = document.querySelector(".errors");
    if (errors) {
      errors.focus();
    }
  }
})();
