#include "base/check.h"
#include "base/strings.h"
#include "serve/pages.h"
#include "serve/reading_view.h"

namespace entente {

Result<View> ReadingPage(const PageContext& context, const std::string& key) {
  TRY(const ReadingView reading, ViewOf(context.database, key));
  View view{.title = reading.title.empty() ? "An article" : reading.title,
            .room = "reading"};
  if (context.form == Form::kHtml) {
    AddReading(reading,
               context.can_read ? StrCat("/reading/", reading.key, "/why/") : "",
               view.body);
  } else if (context.form == Form::kJson) {
    JsonWriter json(view.data);
    AddReading(reading, json);
  } else {
    return Error{ErrorCode::kNotFound, "A reading has no CSV; its JSON has every row."};
  }
  return view;
}

}  // namespace entente
